import { resolve } from 'node:path';
import { z } from 'zod';
import { clearances } from '#access/level.ts';
import { readOperatorLanguage } from '#config/operator-language.ts';
import { studioLocales } from '#languages/locales.ts';
import type { Command, Given } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';
import { usage } from '../usage.ts';

const name = 'translation export';

/** Everything whose texts are translated, by the name of its collection. */
const collections = ['articles', 'events', 'images', 'albums', 'places', 'topics', 'agencies', 'rights'] as const;

const asked = z.object({
  to: z.enum(studioLocales),
  out: z.string().min(1),
  all: z.boolean().default(false),
  article: z.array(z.string().min(1).max(200)).default([]),
  collection: z.array(z.enum(collections)).default([]),
  due: z.iso.date().optional(),
  'needs-work': z.boolean().default(false),
  as: z.string().min(1).optional(),
  'up-to': z.enum(clearances).default('public'),
});

/** Writes a pack for somebody who translates away from the desk. Ctrl-C leaves nothing half. */
export const translationExport: Command = {
  args: [],
  options: {
    to: { type: 'string' },
    out: { type: 'string' },
    all: { type: 'boolean' },
    article: { type: 'string', multiple: true },
    collection: { type: 'string', multiple: true },
    due: { type: 'string' },
    'needs-work': { type: 'boolean' },
    as: { type: 'string' },
    'up-to': { type: 'string' },
  },
  run: async (given, { config, t, redraw }) => {
    const order = readOrder(given);
    const { exportAll } = await import('../translation/export-all.ts');
    using stop = onInterrupt();
    const onProgress = (done: number, of: number) => redraw(() => t('cli:translation.exporting', { done, of }));
    try {
      const { signal } = stop;
      const language = readOperatorLanguage();
      const done = await exportAll(config(), { ...order, language, signal, onProgress });
      const { path, documents, left } = done;
      const more = left > 0 ? [t('cli:translation.stayed', { left })] : [];
      return { data: done, lines: [t('cli:translation.written', { documents, path }), ...more] };
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      return { data: { stopped: true }, lines: [t('cli:translation.broken-off')], ok: false };
    } finally {
      redraw(() => '');
    }
  },
};

function readOrder({ options }: Given) {
  const read = asked.safeParse(options);
  if (!read.success) throw usage(`--${String(read.error.issues[0]?.path[0])}`, name, read.error);
  const { to, out, all, article, collection, due = null, as = null, ...rest } = read.data;
  const isNothing = !all && article.length === 0 && collection.length === 0 && due === null;
  if (isNothing) throw usage('--all', name);
  const choice = {
    collections: all ? collections : collection,
    articles: article,
    needsWork: rest['needs-work'],
    due,
  };
  return { to, out: resolve(out), choice, as, upTo: rest['up-to'] };
}

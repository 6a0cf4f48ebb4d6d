import { resolve } from 'node:path';
import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import type { Command, Given } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';
import { usage } from '../usage.ts';

const name = 'translation import';

const asked = z.object({
  file: z.string().min(1),
  to: z.enum(studioLocales).optional(),
  as: z.string().min(1).optional(),
  'dry-run': z.boolean().default(false),
  'on-conflict': z.enum(['ours', 'theirs']).default('ours'),
});

/** Takes back what translators bring. What somebody has written meanwhile stays unless told otherwise; Ctrl-C stops after the document in hand. */
export const translationImport: Command = {
  args: ['file'],
  options: {
    to: { type: 'string' },
    as: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'on-conflict': { type: 'string' },
  },
  run: async (given, { config, t, redraw }) => {
    const order = readOrder(given);
    const { importAll } = await import('../translation/import-all.ts');
    const { importAnswer } = await import('../translation/import-report.ts');
    using stop = onInterrupt();
    const onProgress = (documents: number) => redraw(() => t('cli:translation.importing', { documents }));
    try {
      return importAnswer(await importAll(config(), { ...order, signal: stop.signal, onProgress }), t);
    } finally {
      redraw(() => '');
    }
  },
};

function readOrder({ args, options }: Given) {
  const read = asked.safeParse({ ...options, ...args });
  if (!read.success) throw usage(`--${String(read.error.issues[0]?.path[0])}`, name, read.error);
  const { file, to = null, as = null } = read.data;
  return { path: resolve(file), to, as, dryRun: read.data['dry-run'], onConflict: read.data['on-conflict'] };
}

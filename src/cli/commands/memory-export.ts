import { resolve } from 'node:path';
import { z } from 'zod';
import { clearances } from '#access/level.ts';
import { studioLocales } from '#languages/locales.ts';
import type { Command, Given } from '../command.ts';
import { usage } from '../usage.ts';

const name = 'memory export';

const asked = z.object({
  out: z.string().min(1),
  to: z.enum(studioLocales).optional(),
  'up-to': z.enum(clearances).default('public'),
});

/** Writes the translation memory of the studio as TMX 1.4b, of public documents unless told otherwise. */
export const memoryExport: Command = {
  args: [],
  options: { out: { type: 'string' }, to: { type: 'string' }, 'up-to': { type: 'string' } },
  run: async (given, { config, t }) => {
    const order = readOrder(given);
    const { checkUncounted } = await import('#editorial/copies/counted.ts');
    // Nothing is opened for what leaves as a numbered copy alone
    checkUncounted({ level: order.upTo, compartments: [] });
    const { exportTmx } = await import('#editorial/translation/memory/export-tmx.ts');
    const { openStudio } = await import('../open-studio.ts');
    const { noteCommand } = await import('#editorial/audit/command-line.ts');
    await using studio = await openStudio(config());
    const about = `form=tmx upto=${order.upTo}`;
    await noteCommand(studio.payload, { action: 'export', collection: null, documentId: null, about });
    const units = await exportTmx(studio.payload, order);
    return { data: { ...order, units }, lines: [t('cli:memory.written', { units, path: order.out })] };
  },
};

function readOrder({ options }: Given) {
  const read = asked.safeParse(options);
  if (!read.success) throw usage(`--${String(read.error.issues[0]?.path[0])}`, name, read.error);
  const { out, to = null } = read.data;
  return { out: resolve(out), to, upTo: read.data['up-to'] };
}

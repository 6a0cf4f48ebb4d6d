import { resolve } from 'node:path';
import { z } from 'zod';
import type { Command } from '../command.ts';
import { usage } from '../usage.ts';

const name = 'names export';
const asked = z.object({ to: z.string().min(1) });

/** Writes all official names into a TBX or CSV file. */
export const namesExport: Command = {
  args: [],
  options: { to: { type: 'string' } },
  run: async ({ options }, { config, t }) => {
    const read = asked.safeParse(options);
    if (!read.success) throw usage('--to', name, read.error);
    const { exportAll } = await import('../names/export-all.ts');
    const written = await exportAll(config(), resolve(read.data.to));
    return { data: written, lines: [t('cli:names.exported', { ...written })] };
  },
};

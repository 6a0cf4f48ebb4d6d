import { resolve } from 'node:path';
import type { Command } from '../command.ts';

/** Takes official names from a TBX or CSV file: all of it or nothing. `--dry-run` tells what would change. */
export const namesImport: Command = {
  args: ['file'],
  options: { 'dry-run': { type: 'boolean' } },
  run: async ({ args, options }, { config, t, redraw }) => {
    const file = resolve(String(args.file));
    const dryRun = options['dry-run'] === true;
    const { importAll } = await import('../names/import-all.ts');
    const { importAnswer } = await import('../names/import-report.ts');
    const onProgress = (done: number, of: number) => redraw(() => t('cli:names.importing', { done, of }));
    try {
      return importAnswer(await importAll({ config: config(), file, dryRun, onProgress }), dryRun, t);
    } finally {
      redraw(() => '');
    }
  },
};

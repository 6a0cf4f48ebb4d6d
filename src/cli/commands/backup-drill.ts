import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';

/** Restores a backup into a scratch place and compares before and after; what runs is not touched. */
export const backupDrill: Command = {
  args: ['folder'],
  options: { backup: { type: 'string' }, key: { type: 'string' } },
  run: async ({ args, options }, { config, t, redraw }) => {
    const { readBackupKey } = await import('../backup/backup-key.ts');
    const { drillAll } = await import('../backup/drill-all.ts');
    const { comparedAnswer } = await import('../backup/backup-report.ts');
    using stop = onInterrupt();
    const secret = await readBackupKey(options.key, config());
    const id = typeof options.backup === 'string' ? options.backup : null;
    const onFile = (done: number, of: number) => redraw(() => t('cli:medium.files', { done, of }));
    const from = resolve(String(args.folder));
    try {
      const drilled = await drillAll({ config: config(), from, id, secret, signal: stop.signal, onFile });
      return comparedAnswer(drilled, 'drilled', t);
    } finally {
      redraw(() => '');
    }
  },
};

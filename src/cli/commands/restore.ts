import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';

/** Puts a backup into an empty installation; stopped, it goes on at the next run. */
export const restore: Command = {
  args: ['folder'],
  options: { backup: { type: 'string' }, key: { type: 'string' } },
  run: async ({ args, options }, { config, t, redraw }) => {
    const { readBackupKey } = await import('../backup/backup-key.ts');
    const { restoreAll } = await import('../backup/restore-all.ts');
    const { comparedAnswer } = await import('../backup/backup-report.ts');
    using stop = onInterrupt();
    const secret = await readBackupKey(options.key, config());
    const id = typeof options.backup === 'string' ? options.backup : null;
    const onFile = (done: number, of: number) => redraw(() => t('cli:medium.files', { done, of }));
    const from = resolve(String(args.folder));
    try {
      const restored = await restoreAll({ config: config(), from, id, secret, signal: stop.signal, onFile });
      return comparedAnswer(restored, 'restored', t);
    } finally {
      redraw(() => '');
    }
  },
};

import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';
import { usage } from '../usage.ts';

/** Keeps an installation, encrypted, while it runs. */
export const backup: Command = {
  args: [],
  options: { to: { type: 'string' }, key: { type: 'string' } },
  run: async ({ options }, { config, t, redraw }) => {
    if (typeof options.to !== 'string') throw usage('--to', 'backup');
    const to = resolve(options.to);
    const { readBackupKey } = await import('../backup/backup-key.ts');
    const { backUp } = await import('../backup/back-up.ts');
    const { backupAnswer } = await import('../backup/backup-report.ts');
    using stop = onInterrupt();
    const secret = await readBackupKey(options.key, config());
    const onFile = (done: number) => redraw(() => t('cli:backup.keeping', { done }));
    try {
      return backupAnswer(await backUp({ config: config(), to, secret, signal: stop.signal, onFile }), to, t);
    } finally {
      redraw(() => '');
    }
  },
};

import { resolve } from 'node:path';
import type { Answer, Command } from '../command.ts';
import { onInterrupt } from '../on-interrupt.ts';
import type { Restored, RestoreOptions } from './restore-all.ts';

/** Options of a command that takes a backup out of a folder. */
export const backupOptions = { backup: { type: 'string' }, key: { type: 'string' } } as const;

type Run = Command['run'];

/**
 * Runs work on a chosen backup, with its progress, until it ends or is stopped.
 * @param how it ended, for the words that say so
 */
export const withBackup =
  (open: () => Promise<(options: RestoreOptions) => Promise<Restored>>, how: 'drilled' | 'restored'): Run =>
  async ({ args, options }, { config, t, redraw }): Promise<Answer> => {
    const { readBackupKey } = await import('./backup-key.ts');
    const { comparedAnswer } = await import('./backup-report.ts');
    using stop = onInterrupt();
    const secret = await readBackupKey(options.key, config());
    const id = typeof options.backup === 'string' ? options.backup : null;
    const onFile = (done: number, of: number) => redraw(() => t('cli:medium.files', { done, of }));
    const from = resolve(String(args.folder));
    try {
      const work = await open();
      return comparedAnswer(await work({ config: config(), from, id, secret, signal: stop.signal, onFile }), how, t);
    } finally {
      redraw(() => '');
    }
  };

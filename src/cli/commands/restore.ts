import { backupOptions, withBackup } from '../backup/with-backup.ts';
import type { Command } from '../command.ts';

/** Puts a backup into an empty installation; stopped, it goes on at the next run. */
export const restore: Command = {
  args: ['folder'],
  options: backupOptions,
  run: withBackup(async () => (await import('../backup/restore-all.ts')).restoreAll, 'restored'),
};

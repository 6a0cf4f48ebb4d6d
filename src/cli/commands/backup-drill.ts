import { backupOptions, withBackup } from '../backup/with-backup.ts';
import type { Command } from '../command.ts';

/** Restores a backup into a scratch place and compares before and after; what runs is not touched. */
export const backupDrill: Command = {
  args: ['folder'],
  options: backupOptions,
  run: withBackup(async () => (await import('../backup/drill-all.ts')).drillAll, 'drilled'),
};

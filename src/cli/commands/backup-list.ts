import { resolve } from 'node:path';
import type { Command } from '../command.ts';

/** Lists the backups in a folder, the oldest first. */
export const backupList: Command = {
  args: ['folder'],
  options: { key: { type: 'string' } },
  run: async ({ args, options }, { config, t }) => {
    const { readBackupKey } = await import('../backup/backup-key.ts');
    const { openRepository } = await import('#backup/repository.ts');
    const repository = await openRepository(
      resolve(String(args.folder)),
      await readBackupKey(options.key, config()),
      'read',
    );
    const backups: { id: string; startedAt: string; files: number; unsteady: readonly string[] }[] = [];
    for (const id of await repository.list()) {
      const { startedAt, files, unsteady } = await repository.manifest(id);
      backups.push({ id, startedAt, files: files.length, unsteady });
    }
    const lines = backups.map(({ id, files }) => t('cli:backup.listed', { id, files }));
    return { data: { folder: repository.root, backups }, lines };
  },
};

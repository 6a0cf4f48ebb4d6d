import { existsSync, writeFileSync } from 'node:fs';
import { Failure } from '#errors/failure.ts';
import type { AtRest } from '#media/intake/at-rest.ts';
import { openKeyFolder } from '#sealing/key-folder.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import { readUnlockFile } from '#sealing/unlock-file.ts';
import { unreadPath } from '../unread-path.ts';
import { sealedAtRest } from './sealed-at-rest.ts';

/** What an installation says of its keys. */
export interface SealingValues {
  readonly profile: 'connected' | 'isolated';
  readonly mastersDir: string;
  readonly sealingKeysDir: string;
  readonly sealingUnlockFile: string | undefined;
}

/** Stands beside masters of which some are sealed: whoever has no keys would take them for damaged. */
export const sealedMarkIn = (mastersDir: string): string => unreadPath(mastersDir, 'sealed');

/**
 * How the files of an installation lie on its disks; undefined where they lie there as they are. Whoever opens the store asks here.
 * @throws Failure `sealing-demanded` where an isolated installation names nothing that unlocks keys; `masters-sealed` where one that
 *   sealed does so no more
 */
export function atRestOf({
  profile,
  mastersDir,
  sealingKeysDir,
  sealingUnlockFile,
}: SealingValues): AtRest | undefined {
  const mark = sealedMarkIn(mastersDir);
  if (sealingUnlockFile === undefined) {
    if (profile === 'isolated') throw new Failure('sealing-demanded');
    if (existsSync(mark)) throw new Failure('masters-sealed', { folder: mastersDir });
    return undefined;
  }
  let opened: Promise<LevelKeys> | null = null;
  const open = async (): Promise<LevelKeys> => {
    try {
      const keys = openKeyFolder(sealingKeysDir, await readUnlockFile(sealingUnlockFile));
      if (existsSync(mastersDir)) writeFileSync(mark, '', { mode: 0o600 });
      return keys;
    } catch (cause) {
      // Whoever comes next finds the medium with the words in its place again
      opened = null;
      throw cause;
    }
  };
  return sealedAtRest(() => {
    opened ??= open();
    return opened;
  });
}

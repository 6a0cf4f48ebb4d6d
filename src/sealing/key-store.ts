import { eraseKeyFile } from './erase-key-file.ts';
import type { SealedLevel } from './identity.ts';
import { addGeneration, type Generation, generationsIn, openKeyFolder } from './key-folder.ts';
import type { LevelKeys } from './level-keys.ts';

/** Where the keys of the levels are made, kept and destroyed, and what wraps under them. */
export interface KeyStore {
  readonly keys: LevelKeys;
  /** All generations of all levels, earliest first. */
  generations(): Promise<Generation[]>;
  /** Makes the next generation of a level. Earlier ones stay and open what they sealed. */
  add(level: SealedLevel): Promise<number>;
  /** Takes a key away for good. Whoever asks has written down that it is destroyed. */
  erase(level: SealedLevel, generation: number): Promise<void>;
}

/**
 * Keys in a folder, each in a file of its own that is locked.
 *
 * @param unlock what unlocks them; asked for when a key is needed for the first time
 */
export function folderStore(dir: string, unlock: () => Promise<Uint8Array>): KeyStore {
  return {
    keys: openedLater(async () => openKeyFolder(dir, await unlock())),
    generations: () => generationsIn(dir),
    add: async (level) => addGeneration(dir, level, await unlock()),
    erase: (level, generation) => eraseKeyFile(dir, level, generation),
  };
}

/** Keys that are opened when the first of them is needed; where that fails, at the next try. */
export function openedLater(open: () => Promise<LevelKeys>): LevelKeys {
  let opened: Promise<LevelKeys> | null = null;
  const keys = (): Promise<LevelKeys> => {
    opened ??= open().catch((cause: unknown) => {
      opened = null;
      throw cause;
    });
    return opened;
  };
  return {
    current: async (level) => (await keys()).current(level),
    wrap: async (...what) => (await keys()).wrap(...what),
    unwrap: async (...what) => (await keys()).unwrap(...what),
  };
}

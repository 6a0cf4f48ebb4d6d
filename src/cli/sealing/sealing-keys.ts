import type { Config } from '#config/config.ts';
import { isSealedLevel, type SealedLevel } from '#sealing/identity.ts';
import { openKeyFolder } from '#sealing/key-folder.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import { readUnlockFile } from '#sealing/unlock-file.ts';
import { usage } from '../usage.ts';

/** The keys of the levels as the configuration names them. @throws what `readUnlockFile` throws */
export const sealingKeys = async (config: Config): Promise<LevelKeys> =>
  openKeyFolder(config.sealingKeysDir, await readUnlockFile(config.sealingUnlockFile));

/** @throws Failure `usage` for a level that has no keys */
export function readLevel(given: unknown, command: string): SealedLevel {
  if (isSealedLevel(given)) return given;
  throw usage(String(given ?? '<level>'), command);
}

import { existsSync } from 'node:fs';
import type { Config } from '#config/config.ts';
import { atRestOf, sealedMarkIn } from '#editorial/at-rest/at-rest-of.ts';
import { sealedLevels } from '#sealing/identity.ts';
import { addGeneration, generationsIn } from '#sealing/key-folder.ts';
import { readUnlockFile } from '#sealing/unlock-file.ts';

/**
 * Makes the first key of each level where an installation seals and has sealed nothing yet: keys that have gone since are no reason
 * to make others.
 * @throws what `atRestOf` and `readUnlockFile` throw
 */
export async function makeSealingKeys(config: Config): Promise<void> {
  if (!atRestOf(config)) return;
  const { sealingKeysDir: dir, sealingUnlockFile, mastersDir } = config;
  const unlock = await readUnlockFile(sealingUnlockFile);
  if (existsSync(sealedMarkIn(mastersDir))) return;
  const there = await generationsIn(dir);
  for (const level of sealedLevels)
    if (!there.some((one) => one.level === level)) await addGeneration(dir, level, unlock);
}

import { existsSync } from 'node:fs';
import type { Config } from '#config/config.ts';
import { atRestOf, sealedMarkIn } from '#editorial/at-rest/at-rest-of.ts';
import { sealedLevels } from '#sealing/identity.ts';
import { keyStoreOf, levelKeysOf } from '#sealing/open-key-store.ts';

/**
 * Makes the first key of each level where an installation seals and has sealed nothing yet: keys that have gone since are no reason
 * to make others. With a token they are made in it, beside those of before in files.
 * @throws what `atRestOf` and `levelKeysOf` throw
 */
export async function makeSealingKeys(config: Config): Promise<void> {
  if (!atRestOf(config)) return;
  await levelKeysOf(config);
  if (existsSync(sealedMarkIn(config.mastersDir))) return;
  const store = await keyStoreOf(config);
  const there = (await store.generations()).filter(({ inToken }) => config.sealingToken === undefined || inToken);
  for (const level of sealedLevels) if (!there.some((one) => one.level === level)) await store.add(level);
}

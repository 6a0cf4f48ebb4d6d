import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealedAtRest } from '#editorial/at-rest/sealed-at-rest.ts';
import type { TextSealing } from '#editorial/at-rest/texts/sealing.ts';
import type { AtRest } from '#media/intake/at-rest.ts';
import { openExactTexts } from '#sealing/exact-text.ts';
import { sealedLevels } from '#sealing/identity.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';

export const passphrase = Buffer.from('a passphrase that nobody guesses');

/** A folder with a key for each level. */
export interface Keys extends AsyncDisposable {
  readonly dir: string;
  readonly keys: LevelKeys;
  readonly atRest: AtRest;
  readonly texts: TextSealing;
}

export const newKeys = async (): Promise<Keys> => {
  const dir = await mkdtemp(join(tmpdir(), 'benthanh-keys-'));
  for (const level of sealedLevels) await addGeneration(dir, level, passphrase);
  const keys = openKeyFolder(dir, passphrase);
  const exact = openExactTexts(randomBytes(32));
  return {
    ...{ dir, keys, atRest: sealedAtRest(async () => keys) },
    texts: { keys: async () => keys, exact: async () => exact },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
};

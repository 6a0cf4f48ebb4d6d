import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealedAtRest } from '#editorial/at-rest/sealed-at-rest.ts';
import type { AtRest } from '#media/intake/at-rest.ts';
import { sealedLevels } from '#sealing/identity.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';

export const passphrase = Buffer.from('a passphrase that nobody guesses');

/** A folder with a key for each level. */
export interface Keys extends AsyncDisposable {
  readonly dir: string;
  readonly keys: LevelKeys;
  readonly atRest: AtRest;
}

export const newKeys = async (): Promise<Keys> => {
  const dir = await mkdtemp(join(tmpdir(), 'benthanh-keys-'));
  for (const level of sealedLevels) await addGeneration(dir, level, passphrase);
  const keys = openKeyFolder(dir, passphrase);
  return {
    ...{ dir, keys, atRest: sealedAtRest(async () => keys) },
    [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }),
  };
};

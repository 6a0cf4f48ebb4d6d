import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealedAtRest } from '#editorial/at-rest/sealed-at-rest.ts';
import type { StudioValues } from '#editorial/studio-values.ts';
import { sealedLevels } from '#sealing/identity.ts';
import { addGeneration, openKeyFolder } from '#sealing/key-folder.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';

const passphrase = Buffer.from('a passphrase that nobody guesses');

let made: Promise<LevelKeys> | null = null;

/** Keys are made slowly, so the studios of a process share theirs. */
const make = async (): Promise<LevelKeys> => {
  const dir = mkdtempSync(join(tmpdir(), 'benthanh-keys-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  for (const level of sealedLevels) await addGeneration(dir, level, passphrase);
  return openKeyFolder(dir, passphrase);
};

const keys = (): Promise<LevelKeys> => {
  made ??= make();
  return made;
};

/** What makes a studio seal its files and its texts. */
export const sealingForAll: Pick<StudioValues, 'atRest' | 'textsAtRest'> = {
  atRest: sealedAtRest(keys),
  textsAtRest: keys,
};

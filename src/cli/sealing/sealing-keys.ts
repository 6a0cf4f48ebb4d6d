import { readFile, stat } from 'node:fs/promises';
import type { Config } from '#config/config.ts';
import { Failure } from '#errors/failure.ts';
import { isSealedLevel, type SealedLevel } from '#sealing/identity.ts';
import type { KeyStore } from '#sealing/key-store.ts';
import type { LevelKeys } from '#sealing/level-keys.ts';
import { openKeyStore } from '#sealing/open-key-store.ts';
import { usage } from '../usage.ts';

/** Fewer characters than this can be guessed from a stolen folder of keys. */
const fewest = 20;

/**
 * What unlocks the keys of the levels, from its file: the words of a passphrase, or random bytes, without a line break at
 * the end.
 * @throws Failure `seal-unlock-missing`, `seal-key-open`, `seal-unlock-short`
 */
async function readUnlock({ sealingUnlockFile: file }: Config): Promise<Buffer> {
  const found = file === undefined ? null : await stat(file).catch(() => null);
  if (file === undefined || found === null) throw new Failure('seal-unlock-missing', { file: file ?? '—' });
  if ((found.mode & 0o077) !== 0) throw new Failure('seal-key-open', { file });
  const bytes = await readFile(file);
  const end = bytes.at(-1) === 0x0a ? -1 : bytes.length;
  const unlock = bytes.subarray(0, end);
  if (unlock.length < fewest) throw new Failure('seal-unlock-short', { file, min: fewest });
  return unlock;
}

/** What holds the keys of the levels, as the configuration names it. @throws Failure `pkcs11-…` */
export const keyStoreOf = (config: Config): Promise<KeyStore> =>
  openKeyStore({ dir: config.sealingKeysDir, unlock: () => readUnlock(config), token: config.sealingToken });

/** The keys of the levels. What unlocks files is looked at before anything is written. */
export const sealingKeys = async (config: Config): Promise<LevelKeys> => {
  if (config.sealingToken === undefined) await readUnlock(config);
  return (await keyStoreOf(config)).keys;
};

/** @throws Failure `usage` for a level that has no keys */
export function readLevel(given: unknown, command: string): SealedLevel {
  if (isSealedLevel(given)) return given;
  throw usage(String(given ?? '<level>'), command);
}

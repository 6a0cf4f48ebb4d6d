import { readFile, stat } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { folderStore, type KeyStore } from './key-store.ts';
import type { LevelKeys } from './level-keys.ts';
import { readUnlockFile } from './unlock-file.ts';

/** What an installation says of the keys of its levels. */
export interface KeyPlaces {
  /** Folder of keys, notes and records. */
  readonly dir: string;
  /** What unlocks keys in the folder. */
  readonly unlock: () => Promise<Uint8Array>;
  /** Undefined: keys are files. */
  readonly token?: { readonly label: string; readonly module: string; readonly pinFile: string } | undefined;
}

/**
 * The PIN of a token, without a line break at its end.
 * @throws Failure `pkcs11-pin-missing`; `seal-key-open` where others may read the file
 */
export async function readPin(file: string): Promise<Buffer> {
  const found = await stat(file).catch(() => null);
  if (found === null) throw new Failure('pkcs11-pin-missing', { file });
  if ((found.mode & 0o077) !== 0) throw new Failure('seal-key-open', { file });
  const bytes = await readFile(file);
  return bytes.subarray(0, bytes.at(-1) === 0x0a ? -1 : bytes.length);
}

/**
 * The keys of the levels where an installation keeps them. What a token needs is read only where there is one.
 * @throws Failure `pkcs11-…`
 */
export async function openKeyStore({ dir, unlock, token: named }: KeyPlaces): Promise<KeyStore> {
  const folder = folderStore(dir, unlock);
  if (named === undefined) return folder;
  const { label: name, module, pinFile } = named;
  const [{ openToken }, { tokenStore }] = await Promise.all([
    import('./pkcs11/token.ts'),
    import('./pkcs11/token-store.ts'),
  ]);
  const token = await openToken({ module, token: name, pin: () => readPin(pinFile) });
  return tokenStore({ dir, name, token, earlier: folder.keys });
}

/** What the configuration of an installation says of the keys of its levels. */
export interface SealingConfig {
  readonly sealingKeysDir: string;
  readonly sealingUnlockFile: string | undefined;
  readonly sealingToken?: KeyPlaces['token'];
}

/** Whether an installation has keys of levels at all. */
export const hasKeys = ({ sealingUnlockFile, sealingToken }: Omit<SealingConfig, 'sealingKeysDir'>): boolean =>
  sealingUnlockFile !== undefined || sealingToken !== undefined;

/** What holds the keys of the levels, as the configuration names it. @throws Failure `pkcs11-…` */
export const keyStoreOf = ({ sealingKeysDir, sealingUnlockFile, sealingToken }: SealingConfig): Promise<KeyStore> =>
  openKeyStore({
    dir: sealingKeysDir,
    unlock: () => readUnlockFile(sealingUnlockFile),
    token: sealingToken,
  });

/**
 * The keys of the levels, after a look whether they can be had: what unlocks files is read, a token is asked.
 * @throws Failure `seal-unlock-…`, `seal-key-open`, `pkcs11-…`
 */
export async function levelKeysOf(config: SealingConfig): Promise<LevelKeys> {
  const store = await keyStoreOf(config);
  await (config.sealingToken === undefined ? readUnlockFile(config.sealingUnlockFile) : store.generations());
  return store.keys;
}

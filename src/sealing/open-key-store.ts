import { readFile, stat } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { folderStore, type KeyStore } from './key-store.ts';

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

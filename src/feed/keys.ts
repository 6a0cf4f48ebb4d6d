import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '#errors/failure.ts';

const publicBlock = /-----BEGIN PUBLIC KEY-----[\s\S]+?-----END PUBLIC KEY-----/g;

/** Name of a key: SHA-256 in hex of its public half as SPKI DER. In an envelope it is a hint, never a reason to trust. */
export const keyId = (key: KeyObject): string => {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(half.export({ format: 'der', type: 'spki' }))
    .digest('hex');
};

/** A new Ed25519 signing key, held in memory only. */
export const newSigningKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** The half of a signing key that readers trust. */
export const publicHalf = (key: KeyObject): KeyObject => createPublicKey(key);

/** PEM of a key: PKCS#8 for a private one, SPKI for a public one. */
export const toPem = (key: KeyObject): string =>
  key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }).toString();

/** Refuses anything but Ed25519: the feed knows no other signature. */
const ed25519 = (key: KeyObject, file: string): KeyObject => {
  if (key.asymmetricKeyType !== 'ed25519') throw new Failure('key-invalid', { file });
  return key;
};

const readPem = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Failure('key-missing', { file }, { cause });
  }
};

const parsed = (file: string, read: () => KeyObject): KeyObject => {
  let key: KeyObject;
  try {
    key = read();
  } catch (cause) {
    throw new Failure('key-invalid', { file }, { cause });
  }
  return ed25519(key, file);
};

/**
 * Reads the gate's signing key (Ed25519, PKCS#8 PEM).
 *
 * @throws Failure `key-missing` when the file cannot be read, `key-invalid` when it holds something else.
 */
export const loadSigningKey = async (file: string): Promise<KeyObject> => {
  const pem = await readPem(file);
  return parsed(file, () => createPrivateKey(pem));
};

/**
 * Reads the keys that a reader trusts: one or more SPKI PEM blocks in one file, so that an old key and its successor can
 * be trusted together. A file that holds a private key is refused: a reader must never be given one.
 *
 * @throws Failure `key-missing`, `key-invalid`.
 */
export const loadTrust = async (file: string): Promise<KeyObject[]> => {
  const pem = await readPem(file);
  const blocks = pem.match(publicBlock) ?? [];
  if (blocks.length === 0 || pem.includes('PRIVATE KEY')) throw new Failure('key-invalid', { file });
  return blocks.map((block) => parsed(file, () => createPublicKey(block)));
};

/** Writes a key file that must not exist yet; readable by its owner only unless `mode` says otherwise. */
export const saveKey = async (file: string, key: KeyObject, mode = 0o600): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(toPem(key));
    await handle.sync();
  } finally {
    await handle.close();
  }
};

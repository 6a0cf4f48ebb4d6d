import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { gcmOpen, gcmSeal, sizes } from '#sealing/gcm.ts';
import { type BackupKeys, deriveKeys } from './keys.ts';
import { backupId, type Manifest, manifest } from './manifest.ts';
import { readObject, writeObject } from './sealed-object.ts';

/** A folder of backups under one key. Equal content is kept once for all of them. */
export interface Repository {
  readonly root: string;
  /** Seals content that is not kept yet. @returns whether it was written now */
  keep(sha256: string, bytes: number, plain: () => AsyncIterable<Uint8Array>): Promise<boolean>;
  /** @throws Failure `backup-damaged` */
  read(sha256: string, bytes: number): AsyncIterable<Buffer>;
  /** Names of whole backups, the oldest first. */
  list(): Promise<string[]>;
  /** Puts a backup in the list: from here on it is whole. */
  finish(value: Manifest): Promise<void>;
  /** @throws Failure `backup-missing`, `backup-damaged` */
  manifest(id: string): Promise<Manifest>;
}

const base64 = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === bytes);
const words = Buffer.from('benthanh-backup');

/** What stands in the clear: how the key is stretched, and a proof that it is the right one. */
const header = z.strictObject({
  version: z.literal(1),
  salt: base64(16),
  nonce: base64(sizes.nonce),
  proof: base64(words.length + sizes.tag),
});

const headerName = 'repository.json';
const bound = Buffer.from('benthanh-backup-1 proof');

const begin = async (root: string, secret: Uint8Array): Promise<BackupKeys> => {
  const names = await readdir(root);
  if (names.length > 0 && names.join() !== `${headerName}.part`) throw new Failure('backup-occupied', { folder: root });
  const [salt, nonce] = [randomBytes(16), randomBytes(sizes.nonce)];
  const keys = deriveKeys(secret, salt);
  const proof = gcmSeal({ key: keys.wrapping, nonce, bound }, words);
  const text = { version: 1, ...Object.fromEntries(Object.entries({ salt, nonce, proof }).map(encoded)) };
  const file = await open(join(root, `${headerName}.part`), 'w', 0o600);
  await file.writeFile(JSON.stringify(text));
  await file.sync();
  await file.close();
  await rename(join(root, `${headerName}.part`), join(root, headerName));
  return keys;
};

const encoded = ([name, bytes]: [string, Buffer]): [string, string] => [name, bytes.toString('base64')];

const unlock = (root: string, text: string, secret: Uint8Array): BackupKeys => {
  let found: z.infer<typeof header>;
  try {
    found = header.parse(JSON.parse(text));
  } catch (cause) {
    throw new Failure('backup-damaged', { file: headerName }, { cause });
  }
  const bytes = (part: 'salt' | 'nonce' | 'proof') => Buffer.from(found[part], 'base64');
  const keys = deriveKeys(secret, bytes('salt'));
  const opened = gcmOpen({ key: keys.wrapping, nonce: bytes('nonce'), bound }, bytes('proof'));
  if (opened === null || !opened.equals(words)) throw new Failure('backup-key-wrong', { folder: root });
  return keys;
};

const objectName = (keys: BackupKeys, sha256: string, bytes: number): string => {
  const name = keys.nameOf(sha256, bytes);
  return `objects/${name.slice(0, 2)}/${name}`;
};

const textOf = async (pieces: AsyncIterable<Buffer>): Promise<string> => {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString('utf8');
};

const idsIn = async (root: string): Promise<string[]> => {
  const names = await readdir(join(root, 'backups')).catch(() => []);
  return names.filter((name) => backupId.safeParse(name).success).sort();
};

const readManifest = async (root: string, { wrapping }: BackupKeys, id: string): Promise<Manifest> => {
  if (!(await idsIn(root)).includes(id)) throw new Failure('backup-missing', { folder: root });
  const name = `backups/${id}`;
  const read = manifest.safeParse(JSON.parse(await textOf(readObject({ root, name, wrapping }))));
  if (!read.success || read.data.id !== id) throw new Failure('backup-damaged', { file: name }, { cause: read.error });
  return read.data;
};

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

const repositoryOf = (root: string, keys: BackupKeys): Repository => {
  const { wrapping } = keys;
  return {
    root,
    keep: async (sha256, bytes, plain) => {
      const name = objectName(keys, sha256, bytes);
      const isKept = await access(join(root, name)).then(
        () => true,
        () => false,
      );
      if (!isKept) await writeObject({ root, name, wrapping }, plain());
      return !isKept;
    },
    read: (sha256, bytes) => readObject({ root, name: objectName(keys, sha256, bytes), wrapping }),
    list: () => idsIn(root),
    finish: (value) =>
      writeObject({ root, name: `backups/${value.id}`, wrapping }, once(Buffer.from(JSON.stringify(value)))),
    manifest: (id) => readManifest(root, keys, id),
  };
};

/** Older than this, in milliseconds, nobody is writing it any more: two machines may keep in one folder at the same time. */
const abandoned = 24 * 60 * 60 * 1000;

const clearTmp = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const { mtimeMs = Date.now() } = (await stat(file).catch(() => null)) ?? {};
    if (Date.now() - mtimeMs > abandoned) await rm(file, { force: true });
  }
};

/**
 * Opens a folder of backups.
 * @param secret what stands in the key file
 * @param mode `write` begins one in an empty folder, and clears what a stopped backup left half written a day ago
 * @throws Failure `backup-missing` where there is none, `backup-occupied` for a folder of something else,
 *   `backup-key-wrong`, `backup-damaged`
 */
export async function openRepository(root: string, secret: Uint8Array, mode: 'read' | 'write'): Promise<Repository> {
  if (mode === 'write') await mkdir(root, { recursive: true, mode: 0o700 });
  const text = await readFile(join(root, headerName), 'utf8').catch(() => null);
  if (text === null && mode === 'read') throw new Failure('backup-missing', { folder: root });
  const keys = text === null ? await begin(root, secret) : unlock(root, text, secret);
  if (mode === 'write') await clearTmp(join(root, 'tmp'));
  return repositoryOf(root, keys);
}

import { randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { openChunks, sealChunks } from '#sealing/chunks.ts';
import { gcmOpen, gcmSeal, sizes } from '#sealing/gcm.ts';

/**
 * An object is a header of 68 bytes (mark and version, nonce, the wrapped key of this object alone) and its content in
 * authenticated chunks of 64 KiB. Its name is bound into both: what is moved to another name does not open.
 */
const mark = Buffer.from('BTBACK\u0000\u0001', 'latin1');
const headerSize = mark.length + sizes.nonce + sizes.key + sizes.tag;

const boundTo = (purpose: 'key' | 'data', name: string): Buffer => Buffer.from(`benthanh-backup-1 ${purpose} ${name}`);

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

export interface ObjectPlace {
  /** Folder of the backups. */
  readonly root: string;
  /** Path of the object in it, which is also its name. */
  readonly name: string;
  readonly wrapping: Buffer;
}

/** Seals content into an object, whole or not at all: beside its place, flushed, then renamed. */
export async function writeObject(
  { root, name, wrapping }: ObjectPlace,
  plain: AsyncIterable<Uint8Array>,
): Promise<void> {
  const [key, nonce] = [randomBytes(sizes.key), randomBytes(sizes.nonce)];
  const wrapped = gcmSeal({ key: wrapping, nonce, bound: boundTo('key', name) }, key);
  const [beside, target] = [join(root, 'tmp', randomUUID()), join(root, name)];
  for (const folder of [dirname(beside), dirname(target)]) await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(beside, 'wx', 0o600);
  try {
    await file.write(Buffer.concat([mark, nonce, wrapped]));
    for await (const chunk of sealChunks({ key, bound: boundTo('data', name) }, plain)) await file.write(chunk);
    await file.sync();
    await file.close();
    await rename(beside, target);
    await syncFolder(dirname(target));
  } catch (cause) {
    await file.close();
    await rm(beside, { force: true });
    throw cause;
  }
}

const headerOf = async (path: string, damaged: (cause?: unknown) => Failure): Promise<Buffer> => {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw damaged(cause);
  });
  try {
    const header = Buffer.alloc(headerSize);
    const { bytesRead } = await file.read(header, 0, headerSize, 0);
    if (bytesRead !== headerSize || !header.subarray(0, mark.length).equals(mark)) throw damaged();
    return header.subarray(mark.length);
  } finally {
    await file.close();
  }
};

/**
 * Content of an object, each piece as soon as it is proved; the end is proved only when it has come.
 * @throws Failure `backup-damaged` with `{ file }` where the object is missing, changed, cut off or of another key
 */
export async function* readObject({ root, name, wrapping }: ObjectPlace): AsyncGenerator<Buffer> {
  const path = join(root, name);
  const damaged = (cause?: unknown) => new Failure('backup-damaged', { file: name }, { cause });
  const header = await headerOf(path, damaged);
  const nonce = header.subarray(0, sizes.nonce);
  const key = gcmOpen({ key: wrapping, nonce, bound: boundTo('key', name) }, header.subarray(sizes.nonce));
  if (key === null) throw damaged();
  const sealed = createReadStream(path, { start: headerSize });
  yield* openChunks({ key, bound: boundTo('data', name) }, sealed, damaged);
}

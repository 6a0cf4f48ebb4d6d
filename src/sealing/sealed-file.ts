import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { openChunks, sealChunks } from './chunks.ts';
import { sizes } from './gcm.ts';
import { type Header, headerSize, placeAt, readHeader, writeHeader, writePlace } from './header.ts';
import { boundBytes, type Identity, partsOf } from './identity.ts';
import type { LevelKeys, WrappedKey } from './level-keys.ts';

/** Seals content into a new file, whole or not at all. A file that is there is replaced. */
export async function sealFile(
  path: string,
  identity: Identity,
  plain: AsyncIterable<Uint8Array>,
  keys: LevelKeys,
): Promise<void> {
  const key = randomBytes(sizes.key);
  const wrapped = await keys.wrap(identity.level, key, partsOf(identity));
  const bound = boundBytes('data', partsOf(identity));
  await writeWhole(path, async (file) => {
    await file.write(writeHeader({ level: identity.level, keys: [wrapped, null] }));
    for await (const chunk of sealChunks({ key, bound }, plain)) await file.write(chunk);
  });
}

/**
 * Opens a sealed file into another one, which is there only when all of it is proved.
 * @param identity without the level, which the file says and the seal binds
 * @throws Failure `sealed-malformed`, `sealed-foreign`, `sealed-damaged`, and what the keys throw
 */
export async function openSealedFile(
  path: string,
  identity: Omit<Identity, 'level'>,
  out: string,
  keys: LevelKeys,
): Promise<void> {
  const header = await headerOf(path);
  const parts = partsOf({ ...identity, level: header.level });
  const { dataKey: key } = await unwrapFrom(header, parts, keys);
  const sealed = createReadStream(path, { start: headerSize });
  const damaged = () => new Failure('sealed-damaged', { file: path });
  await writeWhole(out, async (file) => {
    for await (const plain of openChunks({ key, bound: boundBytes('data', parts) }, sealed, damaged))
      await file.write(plain);
  });
}

/** @throws Failure `sealed-malformed` for a file that was not sealed here */
export async function headerOf(path: string): Promise<Header> {
  const file = await open(path, 'r');
  try {
    return await readFrom(file, path);
  } finally {
    await file.close();
  }
}

/**
 * Wraps the data key of a file under the current generation; its content stays as it is.
 * @returns false where it was so already
 */
export async function rewrapFile(path: string, identity: Omit<Identity, 'level'>, keys: LevelKeys): Promise<boolean> {
  const file = await open(path, 'r+');
  try {
    const header = await readFrom(file, path);
    const parts = partsOf({ ...identity, level: header.level });
    const { dataKey, generation, place } = await unwrapFrom(header, parts, keys);
    const other = place === 0 ? 1 : 0;
    const isCurrent = generation === (await keys.current(header.level));
    if (isCurrent && header.keys[other] === null) return false;
    if (!isCurrent) await writeAt(file, other, await keys.wrap(header.level, dataKey, parts));
    await writeAt(file, isCurrent ? other : place, null);
    return true;
  } finally {
    await file.close();
  }
}

/** The data key from the place of the latest generation, or from the other one where that was left half written. */
async function unwrapFrom({ level, keys: places }: Header, parts: readonly string[], keys: LevelKeys) {
  const found = ([0, 1] as const).flatMap((place) => {
    const key = places[place];
    return key === null ? [] : [{ place, key }];
  });
  found.sort((a, b) => b.key.generation - a.key.generation);
  let failure: unknown;
  for (const { place, key } of found) {
    try {
      return { dataKey: await keys.unwrap(level, key, parts), generation: key.generation, place };
    } catch (cause) {
      failure ??= cause;
    }
  }
  throw failure;
}

async function writeAt(file: FileHandle, place: 0 | 1, key: WrappedKey | null): Promise<void> {
  await file.write(writePlace(key), 0, undefined, placeAt(place));
  await file.sync();
}

async function readFrom(file: FileHandle, path: string): Promise<Header> {
  const bytes = Buffer.alloc(headerSize);
  const { bytesRead } = await file.read(bytes, 0, headerSize, 0);
  const header = readHeader(bytes.subarray(0, bytesRead));
  if (header === null) throw new Failure('sealed-malformed', { file: path });
  return header;
}

/** Writes beside the place and renames, so that nobody finds half a file; what fails leaves nothing. */
async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`;
  const file = await open(beside, 'wx', 0o600);
  try {
    await write(file);
    await file.sync();
    await file.close();
    await rename(beside, path);
  } catch (cause) {
    await file.close();
    await rm(beside, { force: true });
    throw cause;
  }
}

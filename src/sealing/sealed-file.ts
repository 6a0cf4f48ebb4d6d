import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { type ChunkKey, chunkAt, chunksAtOnce, openChunks, openInPlace, plainLength, sealedParts } from './chunks.ts';
import { sizes } from './gcm.ts';
import { type Header, headerSize, placeAt, readHeader, writeHeader, writePlace } from './header.ts';
import { boundBytes, type Identity, partsOf, type SealedLevel } from './identity.ts';
import type { LevelKeys, WrappedKey } from './level-keys.ts';
import { filled, readAhead } from './read-ahead.ts';

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
    await writeBehind(file, sealedParts({ key, bound }, plain));
  });
}

/** Writes some pieces while the next are made, from where they lie. */
async function writeBehind(file: FileHandle, pieces: AsyncIterable<readonly Buffer[]>): Promise<void> {
  let writing = Promise.resolve();
  let held: Buffer[] = [];
  const writeHeld = async () => {
    await writing;
    writing = writeAll(file, held);
    // What goes wrong meanwhile is thrown when it is waited for
    writing.catch(() => undefined);
    held = [];
  };
  try {
    for await (const piece of pieces) if (held.push(...piece) >= 2 * chunksAtOnce) await writeHeld();
    await writeHeld();
  } finally {
    await writing;
  }
}

async function writeAll(file: FileHandle, pieces: readonly Buffer[]): Promise<void> {
  const { bytesWritten } = await file.writev(pieces);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (bytesWritten < length) await file.writeFile(Buffer.concat(pieces).subarray(bytesWritten));
}

/** A sealed file whose content is read as it is proved. */
export interface Opened {
  readonly level: SealedLevel;
  /** Bytes of the content, by the length of the file: proved only when all of it was read. */
  readonly bytes: number;
  readonly body: AsyncIterable<Buffer>;
  /** The content from one of its bytes on: only the chunks that are read are opened, and each is proved to stand in its place. */
  from(at: number): AsyncIterable<Buffer>;
}

/**
 * Opens a sealed file. Its content is read when it is asked for; each piece that comes is proved to stand in its place.
 * @param identity without the level, which the file says and the seal binds
 * @param known what was seen of it, where somebody has looked already
 * @throws Failure `sealed-malformed`, `sealed-foreign`, and what the keys throw; while it is read `sealed-damaged`
 */
export async function openSeal(
  path: string,
  identity: Omit<Identity, 'level'>,
  keys: LevelKeys,
  known?: Seen,
): Promise<Opened> {
  const { header, size } = known ?? (await lookAt(path));
  if (header === null) throw new Failure('sealed-malformed', { file: path });
  const of = await chunkKey(header, identity, keys);
  const from = (at: number) => ({
    [Symbol.asyncIterator]: () => contentOf(path, identity, keys, { header, of, at }),
  });
  return { level: header.level, bytes: contentSize(size), body: from(0), from };
}

async function chunkKey(header: Header, identity: Omit<Identity, 'level'>, keys: LevelKeys): Promise<ChunkKey> {
  const parts = partsOf({ ...identity, level: header.level });
  const { dataKey: key } = await unwrapFrom(header, parts, keys);
  return { key, bound: boundBytes('data', parts) };
}

/** Where it was sealed anew since it was opened, what lies there now has another key, which its own header tells. */
async function* contentOf(
  path: string,
  identity: Omit<Identity, 'level'>,
  keys: LevelKeys,
  opened: { readonly header: Header; readonly of: ChunkKey; readonly at: number },
): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    const header = await readFrom(file, path);
    const isSame = writeHeader(header).equals(writeHeader(opened.header));
    const of = isSame ? opened.of : await chunkKey(header, identity, keys);
    const { number, start, within } = chunkAt(opened.at);
    const damaged = () => new Failure('sealed-damaged', { file: path });
    yield* behind(openChunks(of, readAhead(file, headerSize + start), damaged, number), within);
  } finally {
    await file.close();
  }
}

/** All but so many bytes at the beginning of the first piece. */
async function* behind(pieces: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let skip = bytes;
  for await (const piece of pieces) {
    yield piece.subarray(skip);
    skip = 0;
  }
}

/**
 * Opens a sealed file whole: in one go where the system reads it so, and proved before any of it is given.
 * @returns what it holds, or its bytes as they are where it is not sealed
 * @throws Failure `sealed-foreign`, `sealed-damaged`, and what the keys throw
 */
export async function openWhole(
  path: string,
  identity: Omit<Identity, 'level'>,
  keys: () => Promise<LevelKeys>,
): Promise<{ readonly plain: Buffer } | { readonly unsealed: Buffer }> {
  const bytes = await readWhole(path);
  const header = readHeader(bytes.subarray(0, headerSize));
  if (header === null) return { unsealed: bytes };
  const parts = partsOf({ ...identity, level: header.level });
  const { dataKey: key } = await unwrapFrom(header, parts, await keys());
  const damaged = () => new Failure('sealed-damaged', { file: path });
  return { plain: openInPlace({ key, bound: boundBytes('data', parts) }, bytes.subarray(headerSize), damaged) };
}

async function readWhole(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return await filled(file, Buffer.allocUnsafeSlow(size), 0);
  } finally {
    await file.close();
  }
}

/** Bytes of the content of a sealed file of so many. */
export const contentSize = (size: number): number => plainLength(size - headerSize);

/**
 * Opens a sealed file into another one, which is there only when all of it is proved.
 * @throws what `openSeal` throws
 */
export async function openSealedFile(
  path: string,
  identity: Omit<Identity, 'level'>,
  out: string,
  keys: LevelKeys,
): Promise<void> {
  const { body } = await openSeal(path, identity, keys);
  await writeWhole(out, async (file) => {
    for await (const plain of body) await file.writeFile(plain);
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

/** What a file is at one moment. */
export interface Seen {
  /** Null where it was not sealed here. */
  readonly header: Header | null;
  /** Bytes of the file. */
  readonly size: number;
}

/** Looks at a file once, for it may be another one at the next look. */
export async function lookAt(path: string): Promise<Seen> {
  const file = await open(path, 'r');
  try {
    return { header: await headerFrom(file), size: (await file.stat()).size };
  } finally {
    await file.close();
  }
}

/** The header of a file; null where it was not sealed here. */
export const headerIn = async (path: string): Promise<Header | null> => (await lookAt(path)).header;

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
  const header = await headerFrom(file);
  if (header === null) throw new Failure('sealed-malformed', { file: path });
  return header;
}

/** The header of a file that is open, which is read from its beginning; null where it was not sealed here. */
export async function headerFrom(file: FileHandle): Promise<Header | null> {
  return readHeader(await filled(file, Buffer.alloc(headerSize), 0));
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

import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, fromRandomAccessReaderPromise, openPromise, type ZipFile } from 'yauzl';
import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import type { Ranged } from '#media/intake/at-rest.ts';
import { isLitter } from './litter.ts';
import type { Delivery, Piece } from './piece.ts';
import { zipNameOf } from './zip-name.ts';
import { ZipReader } from './zip-reader.ts';

const mebibyte = 1024 * 1024;

/** Bounds of what a ZIP of pictures can be: they hardly become smaller when they are packed. */
const most = {
  entries: 100_000,
  /** How much larger than packed an entry may be, from a mebibyte on. */
  growth: 100,
  /** The same for a whole ZIP, from four gibibytes on. */
  growthOfAll: 20,
} as const;

/**
 * All files of a ZIP in the order in which it lists them; nothing is unpacked but a file that is being read. What must not be
 * opened is named with the reason: names that lead out of it, links, encrypted, overlapping and swelling entries.
 * @param path of the ZIP; its name alone where its content is given
 * @throws Failure `zip-damaged`, `zip-too-many-entries`, `zip-inflates` (all: path); what the content throws
 */
export const openZip = async (path: string, content?: Buffer | Ranged): Promise<Delivery> => {
  const zip = await opened(path, content).catch(damaged(path));
  const close = async () => zip.close();
  try {
    if (zip.entryCount > most.entries) throw new Failure('zip-too-many-entries', { path, max: most.entries });
    const entries = await entriesOf(zip, path);
    refuseSwelling(entries, zip.fileSize, path);
    const overlapping = overlapsIn(entries);
    const files = entries.map((entry) => ({ entry, ...zipNameOf(entry.fileNameRaw, entry.extraFields) }));
    const real = files.filter(({ name }) => !name.endsWith('/'));
    const isSkipped = ({ name }: { name: string }) =>
      name.split('/').some((part) => part !== '..' && part !== '.' && isLitter(part));
    const pieces = real
      .filter((file) => !isSkipped(file))
      .map(({ entry, name, reading }): Piece => {
        const refused =
          reasonAgainst(name, entry, zip.fileSize) ?? (overlapping.has(entry) ? 'zip-entry-overlaps' : null);
        const open = async () => unpacked(zip, entry);
        return {
          name,
          bytes: entry.uncompressedSize,
          open,
          ...(reading ? { reading } : {}),
          ...(refused ? { refused } : {}),
        };
      });
    return { pieces, skipped: real.filter(isSkipped).map(({ name }) => name), [Symbol.asyncDispose]: close };
  } catch (cause) {
    await close();
    throw cause;
  }
};

const opened = (path: string, content?: Buffer | Ranged): Promise<ZipFile> => {
  const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false } as const;
  if (content === undefined) return openPromise(path, options);
  if (Buffer.isBuffer(content)) return fromBufferPromise(content, options);
  return fromRandomAccessReaderPromise(new ZipReader(content), content.bytes, options);
};

/** What the system, or a key, says against reading the ZIP is no fault of the ZIP. */
const isOfSystem = (cause: unknown): boolean =>
  cause instanceof Failure || (cause instanceof Error && 'syscall' in cause);

const damaged =
  (path: string) =>
  (cause: unknown): never => {
    if (isOfSystem(cause)) throw cause;
    throw new Failure('zip-damaged', { path }, { cause });
  };

const entriesOf = async (zip: ZipFile, path: string): Promise<Entry[]> => {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (cause) {
    damaged(path)(cause);
  }
  return entries;
};

const refuseSwelling = (entries: readonly Entry[], packed: number, path: string): void => {
  const unpackedBytes = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const isLarge = unpackedBytes > 4096 * mebibyte;
  if (isLarge && unpackedBytes > packed * most.growthOfAll) throw new Failure('zip-inflates', { path });
};

/** Bytes of an entry's local head without its extra fields: it is at least so long. */
const leastHead = 30;
const endOf = ({ relativeOffsetOfLocalHeader, fileNameRaw, compressedSize }: Entry): number =>
  relativeOffsetOfLocalHeader + leastHead + fileNameRaw.length + compressedSize;

/** Entries that share bytes with another. */
const overlapsIn = (entries: readonly Entry[]): ReadonlySet<Entry> => {
  const inOrder = [...entries].sort(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  );
  const found = new Set<Entry>();
  let last: Entry | null = null;
  for (const entry of inOrder) {
    if (last && entry.relativeOffsetOfLocalHeader < endOf(last)) found.add(last).add(entry);
    if (!last || endOf(entry) > endOf(last)) last = entry;
  }
  return found;
};

const isUnsafe = (name: string): boolean =>
  name === '' || name.startsWith('/') || /^[a-z]:/i.test(name) || name.includes('\0') || name.split('/').includes('..');

/** The kind of file that Unix writes into an entry; links, and all else that is no file, lead out of the ZIP. */
const isFile = ({ externalFileAttributes }: Entry): boolean => {
  const kind = (externalFileAttributes >>> 28) & 0xf;
  return kind === 0 || kind === 0x8;
};

const reasonAgainst = (name: string, entry: Entry, size: number): FailureCode | null => {
  const { compressedSize, uncompressedSize, compressionMethod } = entry;
  if (isUnsafe(name)) return 'zip-path-unsafe';
  if (!isFile(entry)) return 'file-is-link';
  if (entry.isEncrypted()) return 'zip-entry-encrypted';
  if (compressionMethod !== 0 && compressionMethod !== 8) return 'zip-entry-method';
  if (endOf(entry) > size || (compressionMethod === 0 && compressedSize !== uncompressedSize))
    return 'zip-entry-damaged';
  return uncompressedSize > mebibyte && uncompressedSize > compressedSize * most.growth ? 'zip-entry-inflates' : null;
};

/** @throws Failure `zip-entry-damaged` as soon as the bytes are more, fewer or others than the ZIP says */
async function* unpacked(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  let bytes = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw new Error('more bytes than the ZIP says');
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw new Error('other bytes than the ZIP says');
  } catch (cause) {
    if (isOfSystem(cause)) throw cause;
    throw new Failure('zip-entry-damaged', {}, { cause });
  }
}

import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { descriptor, directoryHeader, endOf, localHeader, type ZipEntry } from './headers.ts';

/** A file whose content is made while the ZIP is sent. */
export interface StreamedFile {
  /** Path in the ZIP. */
  readonly name: string;
  readonly modified: Date;
  /** Text is written in UTF-8. */
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** What is known of an entry once all of it has been read. */
interface Tally {
  crc: number;
  size: number;
  packed: number;
}

/** Sizes of a described entry have four bytes. */
const largest = 0xffff_ffff;

async function* counted(content: StreamedFile['content'], tally: Tally): AsyncGenerator<Buffer, void> {
  for await (const part of content) {
    const bytes = Buffer.from(part);
    tally.crc = crc32(bytes, tally.crc);
    tally.size += bytes.length;
    if (tally.size > largest) throw new Error('a file of a streamed ZIP has four gibibytes at most');
    yield bytes;
  }
}

/** The deflated content of a file. Whoever stops reading it stops whoever makes it, for a stream that is left is destroyed. */
async function* packedBytes(content: StreamedFile['content'], tally: Tally): AsyncGenerator<Buffer, void> {
  const packer = createDeflateRaw();
  pipeline(Readable.from(counted(content, tally), { highWaterMark: 1 }), packer, () => undefined);
  for await (const chunk of packer) {
    tally.packed += (chunk as Buffer).length;
    yield chunk as Buffer;
  }
}

/**
 * A ZIP that is written while its files are made: no size has to be known before, and no more than one piece is held. The same
 * files give the same bytes.
 * @throws whatever a content throws, and where one has more than four gibibytes
 */
export async function* streamZip(
  files: AsyncIterable<StreamedFile> | Iterable<StreamedFile>,
): AsyncGenerator<Buffer, void> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, modified, content } of files) {
    const tally: Tally = { crc: 0, size: 0, packed: 0 };
    const begun: ZipEntry = { name, modified, size: 0, packed: 0, described: true };
    const head = localHeader(begun, 0);
    yield head;
    yield* packedBytes(content, tally);
    const entry: ZipEntry = { ...begun, size: tally.size, packed: tally.packed };
    const tail = descriptor(entry, tally.crc);
    yield tail;
    directory.push(directoryHeader(entry, tally.crc, offset));
    offset += head.length + tally.packed + tail.length;
  }
  const length = directory.reduce((sum, header) => sum + header.length, 0);
  yield* directory;
  yield endOf(directory.length, offset, length);
}

import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { localHeader, type ZipEntry } from './headers.ts';
import { directoryOf, layoutOf } from './layout.ts';

const modified = new Date('2026-03-01T08:30:42.000Z');
const entry = (name: string, size: number): ZipEntry => ({ name, size, modified });

/** A ZIP of which the contents are never made: holes between its headers, read as zeros. */
class Holes extends RandomAccessReader {
  readonly #known: { readonly at: number; readonly bytes: Buffer }[];
  constructor(known: { at: number; bytes: Buffer }[]) {
    super();
    this.#known = known;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const bytes = Buffer.alloc(end - start);
    for (const { at, bytes: piece } of this.#known)
      if (at < end && at + piece.length > start)
        piece.copy(bytes, Math.max(at - start, 0), Math.max(start - at, 0), Math.min(piece.length, end - at));
    return Readable.from([bytes], { objectMode: false });
  }
}

const build = (entries: readonly ZipEntry[], crcOf: (index: number) => number) => {
  const layout = layoutOf(entries);
  const pieces = layout.pieces.map((piece) => {
    if (piece.kind === 'content') return { at: piece.offset, bytes: Buffer.alloc(0) };
    const one = entries[piece.entry];
    const bytes = one
      ? localHeader(one, crcOf(piece.entry))
      : directoryOf(
          entries,
          entries.map((_, index) => crcOf(index)),
          layout,
        );
    expect(bytes.length).toBe(piece.length);
    return { at: piece.offset, bytes };
  });
  return { layout, pieces };
};

const open = (reader: Holes, size: number): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, size, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });

const list = async (zip: ZipFile): Promise<Entry[]> => {
  const found: Entry[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (one: Entry) => {
      found.push(one);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.readEntry();
  });
  return found;
};

const giga = 2 ** 30;
it.each([
  ['small files', [entry('a.txt', 3), entry('pictures/001-a.jpg', 70_000)]],
  ['nothing', []],
  ['files beyond four gibibytes', [entry('a', 5 * giga), entry('b', 1), entry('c', 6 * giga)]],
  ['many that are beyond it together', Array.from({ length: 9 }, (_, index) => entry(`f${index}`, giga))],
  ['one at the very limit', [entry('a', 0xffff_ffff), entry('b', 0xffff_fffe), entry('c', 7)]],
])('every header stands where the layout says, for %s', async (_, entries) => {
  const { layout, pieces } = build(entries, (index) => index + 1);
  const found = await list(await open(new Holes(pieces), layout.size));
  expect(found.map(({ fileName, uncompressedSize, crc32: crc }) => [fileName, uncompressedSize, crc])).toEqual(
    entries.map(({ name, size }, index) => [name, size, index + 1]),
  );
  const headers = layout.pieces.filter(({ kind }) => kind === 'header');
  expect(found.map(({ relativeOffsetOfLocalHeader }) => relativeOffsetOfLocalHeader)).toEqual(
    headers.map(({ offset }) => offset),
  );
  expect(found.map((one) => one.getLastModDate({ timezone: 'UTC' }))).toEqual(entries.map(() => modified));
});

it('pieces follow each other without a gap, and contents are read back', async () => {
  const contents = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(contents, async (all) => {
      const entries = all.map((bytes, index) => entry(`f${index}`, bytes.length));
      const { layout, pieces } = build(entries, (index) => crc32(all[index] ?? Buffer.alloc(0)));
      const known = pieces.map((piece, index) => {
        const { kind, entry: of } = layout.pieces[index] ?? { kind: 'end', entry: 0 };
        return kind === 'content' ? { ...piece, bytes: Buffer.from(all[of] ?? []) } : piece;
      });
      const whole = Buffer.concat(known.map(({ bytes }) => bytes));
      expect(whole.length).toBe(layout.size);
      const zip = await open(new Holes(known), layout.size);
      const found = await list(zip);
      expect(found.map(({ fileName }) => fileName)).toEqual(entries.map(({ name }) => name));
    }),
    { numRuns: 60 },
  );
});

/*
 * Where every byte of a ZIP stands before any of them is written. Files are stored as they are: pictures do not shrink. So sizes
 * alone say where everything begins, and any part can be made without what stands before it.
 */
import { directoryHeader, endOf, localHeader, type ZipEntry } from './headers.ts';

/** A run of bytes: the header of an entry, its content, or the directory at the end. */
export interface Piece {
  readonly kind: 'header' | 'content' | 'end';
  /** Index of the entry; of the end, their number. */
  readonly entry: number;
  /** First byte, counted from 0, and number of bytes. */
  readonly offset: number;
  readonly length: number;
}

export interface ZipLayout {
  readonly pieces: readonly Piece[];
  /** Bytes of the whole. */
  readonly size: number;
}

const directory = (
  entries: readonly ZipEntry[],
  crcOf: (index: number) => number,
  offsetOf: (index: number) => number,
  start: number,
): Buffer => {
  const headers = entries.map((entry, index) => directoryHeader(entry, crcOf(index), offsetOf(index)));
  const length = headers.reduce((sum, header) => sum + header.length, 0);
  return Buffer.concat([...headers, endOf(entries.length, start, length)]);
};

/** Directory and end of a ZIP (4.3.12 to 4.3.16). @param crcs of all entries, in order */
export const directoryOf = (entries: readonly ZipEntry[], crcs: readonly number[], { pieces }: ZipLayout): Buffer => {
  const begins = pieces.filter(({ kind }) => kind === 'header');
  const start = pieces.at(-1)?.offset ?? 0;
  return directory(
    entries,
    (index) => crcs[index] ?? 0,
    (index) => begins[index]?.offset ?? 0,
    start,
  );
};

/** Where everything of a ZIP stands. */
export const layoutOf = (entries: readonly ZipEntry[]): ZipLayout => {
  const pieces: Piece[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [index, entry] of entries.entries()) {
    const head = localHeader(entry, 0).length;
    offsets.push(offset);
    pieces.push({ kind: 'header', entry: index, offset, length: head });
    pieces.push({ kind: 'content', entry: index, offset: offset + head, length: entry.size });
    offset += head + entry.size;
  }
  const { length } = directory(
    entries,
    () => 0,
    (index) => offsets[index] ?? 0,
    offset,
  );
  pieces.push({ kind: 'end', entry: entries.length, offset, length });
  return { pieces, size: offset + length };
};

/*
 * Where every byte of a ZIP stands before any of them is written (PKWARE APPNOTE 6.3). Files are stored as they are: pictures do
 * not shrink. So sizes alone say where everything begins, and any part can be made without what stands before it.
 */

/** A file of a ZIP. */
export interface ZipEntry {
  /** Path in it, of plain ASCII. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
}

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

/** From here on a size or an offset has eight bytes (4.3.9.2). */
const limit32 = 0xffff_ffff;
const limit16 = 0xffff;

const isWide = (size: number): boolean => size >= limit32;

/** Sizes in eight bytes, and in the directory the offset too where it needs them (4.5.3). */
const wideOf = (values: readonly number[]): Buffer => {
  if (values.length === 0) return Buffer.alloc(0);
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
  return extra;
};

const localExtra = ({ size }: ZipEntry): Buffer => wideOf(isWide(size) ? [size, size] : []);
const directoryExtra = ({ size }: ZipEntry, offset: number): Buffer =>
  wideOf([...(isWide(size) ? [size, size] : []), ...(isWide(offset) ? [offset] : [])]);

const firstYear = 1980;
const lastYear = 2107;

/** Time and date as DOS had them (4.4.6), in UTC: the same everywhere. */
const dosTime = (at: Date): { readonly time: number; readonly date: number } => {
  const year = Math.min(Math.max(at.getUTCFullYear(), firstYear), lastYear) - firstYear;
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
};

const versionNeeded = (extra: Buffer): number => (extra.length > 0 ? 45 : 10);
/** Names are UTF-8 (4.4.4, bit 11). */
const flags = 0x0800;

/** What local header and directory both say, from the version that is needed to the length of the extra field. */
const writeCommon = (to: Buffer, at: number, entry: ZipEntry, crc: number, extra: Buffer): void => {
  const { time, date } = dosTime(entry.modified);
  const size = Math.min(entry.size, limit32);
  to.writeUInt16LE(versionNeeded(extra), at);
  to.writeUInt16LE(flags, at + 2);
  to.writeUInt16LE(time, at + 6);
  to.writeUInt16LE(date, at + 8);
  to.writeUInt32LE(crc, at + 10);
  to.writeUInt32LE(size, at + 14);
  to.writeUInt32LE(size, at + 18);
  to.writeUInt16LE(Buffer.byteLength(entry.name), at + 22);
  to.writeUInt16LE(extra.length, at + 24);
};

/** The header before an entry (4.3.7). @param crc CRC-32 of its content */
export const localHeader = (entry: ZipEntry, crc: number): Buffer => {
  const [head, extra] = [Buffer.alloc(30), localExtra(entry)];
  head.writeUInt32LE(0x0403_4b50, 0);
  writeCommon(head, 4, entry, crc, extra);
  return Buffer.concat([head, Buffer.from(entry.name), extra]);
};

/** A regular file that its owner may write and everybody may read. */
const attributes = 0o100_644 * 0x1_0000;
const madeOnUnix = (3 << 8) | 45;

const directoryHeader = (entry: ZipEntry, crc: number, offset: number): Buffer => {
  const [head, extra] = [Buffer.alloc(46), directoryExtra(entry, offset)];
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(madeOnUnix, 4);
  writeCommon(head, 6, entry, crc, extra);
  head.writeUInt32LE(attributes, 38);
  head.writeUInt32LE(Math.min(offset, limit32), 42);
  return Buffer.concat([head, Buffer.from(entry.name), extra]);
};

/** Record and locator for what four bytes cannot say (4.3.14 and 4.3.15). */
const wideEnd = (count: number, start: number, length: number): Buffer => {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x0606_4b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(madeOnUnix, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(length), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  end.writeUInt32LE(0x0706_4b50, 56);
  end.writeBigUInt64LE(BigInt(start + length), 64);
  end.writeUInt32LE(1, 72);
  return end;
};

const isWideEnd = (count: number, start: number, length: number): boolean =>
  count >= limit16 || start >= limit32 || length >= limit32;

/** Directory and end of a ZIP (4.3.12 to 4.3.16). @param crcs of all entries, in order */
export const directoryOf = (entries: readonly ZipEntry[], crcs: readonly number[], { pieces }: ZipLayout): Buffer => {
  const begins = pieces.filter(({ kind }) => kind === 'header');
  const start = pieces.at(-1)?.offset ?? 0;
  const headers = entries.map((entry, index) => directoryHeader(entry, crcs[index] ?? 0, begins[index]?.offset ?? 0));
  const directory = Buffer.concat(headers);
  const [count, length] = [entries.length, directory.length];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(count, limit16), 8);
  end.writeUInt16LE(Math.min(count, limit16), 10);
  end.writeUInt32LE(Math.min(length, limit32), 12);
  end.writeUInt32LE(Math.min(start, limit32), 16);
  return Buffer.concat([directory, ...(isWideEnd(count, start, length) ? [wideEnd(count, start, length)] : []), end]);
};

const endLength = (entries: readonly ZipEntry[], offsets: readonly number[], start: number): number => {
  const lengths = entries.map(
    (entry, index) => 46 + Buffer.byteLength(entry.name) + directoryExtra(entry, offsets[index] ?? 0).length,
  );
  const length = lengths.reduce((sum, one) => sum + one, 0);
  return length + (isWideEnd(entries.length, start, length) ? 76 : 0) + 22;
};

/** Where everything of a ZIP stands. */
export const layoutOf = (entries: readonly ZipEntry[]): ZipLayout => {
  const pieces: Piece[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const [entry, { name, size, ...rest }] of entries.entries()) {
    const head = 30 + Buffer.byteLength(name) + localExtra({ name, size, ...rest }).length;
    offsets.push(offset);
    pieces.push({ kind: 'header', entry, offset, length: head });
    pieces.push({ kind: 'content', entry, offset: offset + head, length: size });
    offset += head + size;
  }
  const length = endLength(entries, offsets, offset);
  pieces.push({ kind: 'end', entry: entries.length, offset, length });
  return { pieces, size: offset + length };
};

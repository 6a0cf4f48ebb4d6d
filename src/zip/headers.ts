/*
 * The records of a ZIP (PKWARE APPNOTE 6.3): before each entry, in the directory and at its end.
 */

/** A file of a ZIP. */
export interface ZipEntry {
  /** Path in it; UTF-8. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
  /** Bytes that it takes where it is deflated; absent: it is stored as it is. */
  readonly packed?: number;
  /** Whether its sizes and its checksum stand after it, since it is written while it is read. */
  readonly described?: boolean;
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

const packedOf = ({ size, packed }: ZipEntry): number => packed ?? size;
const wideSizes = (entry: ZipEntry): number[] => (isWide(entry.size) ? [entry.size, packedOf(entry)] : []);
const localExtra = (entry: ZipEntry): Buffer => wideOf(entry.described ? [] : wideSizes(entry));
const directoryExtra = (entry: ZipEntry, offset: number): Buffer =>
  wideOf([...wideSizes(entry), ...(isWide(offset) ? [offset] : [])]);

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

const deflated = 8;

const versionNeeded = ({ packed }: ZipEntry, extra: Buffer): number => {
  if (extra.length > 0) return 45;
  return packed === undefined ? 10 : 20;
};
/** Names are UTF-8 (4.4.4, bit 11); sizes stand after the content (bit 3). */
const flagsOf = ({ described }: ZipEntry): number => 0x0800 | (described ? 0x0008 : 0);

/** What local header and directory both say, from the version that is needed to the length of the extra field. */
const writeCommon = (to: Buffer, at: number, entry: ZipEntry, crc: number, extra: Buffer): void => {
  const { time, date } = dosTime(entry.modified);
  const isWideEntry = isWide(entry.size);
  to.writeUInt16LE(versionNeeded(entry, extra), at);
  to.writeUInt16LE(flagsOf(entry), at + 2);
  to.writeUInt16LE(entry.packed === undefined ? 0 : deflated, at + 4);
  to.writeUInt16LE(time, at + 6);
  to.writeUInt16LE(date, at + 8);
  to.writeUInt32LE(crc, at + 10);
  to.writeUInt32LE(isWideEntry ? limit32 : packedOf(entry), at + 14);
  to.writeUInt32LE(isWideEntry ? limit32 : entry.size, at + 18);
  to.writeUInt16LE(Buffer.byteLength(entry.name), at + 22);
  to.writeUInt16LE(extra.length, at + 24);
};

/** The header before an entry (4.3.7). @param crc CRC-32 of its content; 0 where it is described after it */
export const localHeader = (entry: ZipEntry, crc: number): Buffer => {
  const [head, extra] = [Buffer.alloc(30), localExtra(entry)];
  head.writeUInt32LE(0x0403_4b50, 0);
  writeCommon(head, 4, entry, crc, extra);
  return Buffer.concat([head, Buffer.from(entry.name), extra]);
};

/** What stands after an entry that is described there (4.3.9). */
export const descriptor = ({ size, packed = size }: ZipEntry, crc: number): Buffer => {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(0x0807_4b50, 0);
  record.writeUInt32LE(crc, 4);
  record.writeUInt32LE(packed, 8);
  record.writeUInt32LE(size, 12);
  return record;
};

/** A regular file that its owner may write and everybody may read. */
const attributes = 0o100_644 * 0x1_0000;
const madeOnUnix = (3 << 8) | 45;

/** An entry of the directory (4.3.12). @param offset where its local header begins */
export const directoryHeader = (entry: ZipEntry, crc: number, offset: number): Buffer => {
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

/** What ends a ZIP (4.3.14 to 4.3.16). @param start where the directory begins; `length` its bytes */
export const endOf = (count: number, start: number, length: number): Buffer => {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(Math.min(count, limit16), 8);
  end.writeUInt16LE(Math.min(count, limit16), 10);
  end.writeUInt32LE(Math.min(length, limit32), 12);
  end.writeUInt32LE(Math.min(start, limit32), 16);
  return Buffer.concat([...(isWideEnd(count, start, length) ? [wideEnd(count, start, length)] : []), end]);
};

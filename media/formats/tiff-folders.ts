import type { Buffer } from 'node:buffer';
import type { ReadAt } from './byte-source.ts';

/** One tag: where its data lies and how it is counted. */
export interface TiffEntry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Place of the data in the file. */
  readonly at: number;
  /** Bytes of the data. */
  readonly size: number;
}

export interface TiffFolder {
  readonly entries: ReadonlyMap<number, TiffEntry>;
  /** Place of the next folder of the chain, 0 where it ends. */
  readonly next: number;
  /** Whether the file goes on to the end of the folder. */
  readonly whole: boolean;
}

/** A TIFF structure, of which only what is asked for is read. */
export interface Tiff {
  /** Place of the first folder. */
  readonly first: number;
  folder(at: number): TiffFolder;
  /** The whole numbers of an entry, at most `most` (usually sixteen); none where it is not there or of another kind. */
  numbers(entry: TiffEntry | undefined, most?: number): number[];
  /** The bytes of an entry, at most `most`. */
  bytes(entry: TiffEntry | undefined, most: number): Buffer;
}

/** TIFF 6.0 is 42, BigTIFF 43; Olympus writes RO and RS, Panasonic U. */
const magics = { classic: [0x2a, 0x4f52, 0x5352, 0x55], big: 0x2b } as const;

/** Bytes of one value, by type (TIFF 6.0, section 2; BigTIFF; EXIF 3.0 has UTF-8 as 129). */
const sizes: Readonly<Record<number, number>> = {
  ...{ 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8, 129: 1 },
};
const maxEntries = 500;
const usualNumbers = 16;

/** Numbers of a file in its order of bytes. Places beyond 2⁵³ are none. */
interface Numbers {
  u16(bytes: Buffer, at: number): number;
  u32(bytes: Buffer, at: number): number;
  u64(bytes: Buffer, at: number): number;
}

const littleEndian: Numbers = {
  u16: (bytes, at) => bytes.readUInt16LE(at),
  u32: (bytes, at) => bytes.readUInt32LE(at),
  u64: (bytes, at) => Number(bytes.readBigUInt64LE(at)),
};
const bigEndian: Numbers = {
  u16: (bytes, at) => bytes.readUInt16BE(at),
  u32: (bytes, at) => bytes.readUInt32BE(at),
  u64: (bytes, at) => Number(bytes.readBigUInt64BE(at)),
};

/** How folders are laid out: bytes of the count, of an entry, and of a place. */
const layouts = {
  classic: { count: 2, entry: 12, place: 4 },
  big: { count: 8, entry: 20, place: 8 },
} as const;

/** Opens a TIFF structure (TIFF 6.0, BigTIFF, and what cameras make of it). Throws where there is none. */
export function openTiff(read: ReadAt): Tiff {
  const head = read(0, 16);
  const order = head.toString('latin1', 0, 2);
  if (head.length < 8 || (order !== 'II' && order !== 'MM')) throw new Error('no TIFF structure');
  const numbers = order === 'II' ? littleEndian : bigEndian;
  const magic = numbers.u16(head, 2);
  if (magic === magics.big) return reader(read, numbers, 'big', numbers.u64(head, 8));
  if (!magics.classic.some((one) => one === magic)) throw new Error('no TIFF structure');
  return reader(read, numbers, 'classic', numbers.u32(head, 4));
}

function reader(read: ReadAt, numbers: Numbers, form: keyof typeof layouts, first: number): Tiff {
  const layout = layouts[form];
  const place = form === 'big' ? numbers.u64 : numbers.u32;
  const entryAt = (entries: Buffer, index: number, start: number): TiffEntry => {
    const at = index * layout.entry;
    const type = numbers.u16(entries, at + 2);
    const count = place(entries, at + 4);
    const size = count * (sizes[type] ?? 1);
    const inside = at + 4 + layout.place;
    const there = size <= layout.place ? start + inside : place(entries, inside);
    return { tag: numbers.u16(entries, at), type, count, at: there, size };
  };
  const folder = (at: number): TiffFolder => {
    const head = read(at, layout.count);
    const told = form === 'big' ? numbers.u64(head, 0) : numbers.u16(head, 0);
    const start = at + layout.count;
    const entries = read(start, Math.min(told, maxEntries) * layout.entry);
    const whole = Math.floor(entries.length / layout.entry);
    const all = Array.from({ length: whole }, (_, index) => entryAt(entries, index, start));
    const next = read(start + told * layout.entry, layout.place);
    return {
      entries: new Map(all.reverse().map((entry) => [entry.tag, entry])),
      next: next.length < layout.place ? 0 : place(next, 0),
      whole: next.length === layout.place,
    };
  };
  const bytes = (entry: TiffEntry | undefined, most: number) => read(entry?.at ?? 0, Math.min(entry?.size ?? 0, most));
  return {
    ...{ first, folder, bytes },
    numbers: (entry, most = usualNumbers) => numbersIn(numbers, entry, bytes(entry, most * 8)).slice(0, most),
  };
}

const whole = new Set([1, 3, 4, 13, 16, 18]);

function numbersIn({ u16, u32, u64 }: Numbers, entry: TiffEntry | undefined, bytes: Buffer): number[] {
  if (!entry || !whole.has(entry.type)) return [];
  const size = sizes[entry.type] ?? 1;
  const u8 = (from: Buffer, at: number) => from.readUInt8(at);
  const one = { 1: u8, 2: u16, 4: u32, 8: u64 }[size] ?? u8;
  const count = Math.min(entry.count, Math.floor(bytes.length / size));
  return Array.from({ length: count }, (_, index) => one(bytes, index * size));
}

/** Folders of the chain, at most `most`; one that leads back or out of the file ends it. */
export function* chainOf(tiff: Tiff, most: number): Generator<TiffFolder> {
  const seen = new Set<number>();
  for (let at = tiff.first; at > 0 && !seen.has(at) && seen.size < most; ) {
    seen.add(at);
    const folder = tiff.folder(at);
    if (folder.entries.size === 0) return;
    yield folder;
    at = folder.next;
  }
}

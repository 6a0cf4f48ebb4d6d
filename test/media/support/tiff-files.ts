import { Buffer } from 'node:buffer';

/** A value of a tag: numbers, a text, bytes, folders of its own, or the place of bytes that lie elsewhere in the file. */
export type Value =
  | { readonly short: readonly number[] }
  | { readonly long: readonly number[] }
  | { readonly text: string }
  | { readonly bytes: Uint8Array }
  | { readonly folders: readonly Folder[] }
  | { readonly at: Uint8Array };

/** Tags by what they hold (TIFF 6.0, EXIF 3.0, DNG 1.7; the last are makers' own). */
export const tag = {
  kind: 254,
  width: 256,
  height: 257,
  depth: 258,
  compression: 259,
  colours: 262,
  make: 271,
  places: 273,
  orientation: 274,
  rows: 278,
  sizes: 279,
  artist: 315,
  inner: 330,
  jpeg: 513,
  jpegSize: 514,
  exif: 34665,
  taken: 36867,
  notes: 37500,
  dng: 50706,
  panasonicJpeg: 46,
  panasonicPlace: 280,
  olympusSettings: 8224,
  olympusStart: 257,
  olympusLength: 258,
} as const;

export type Folder = Readonly<Record<number, Value>>;

interface Form {
  /** The four bytes at the beginning; BigTIFF where they say so. */
  readonly mark?: string;
  /** Bytes between the head and the first folder. */
  readonly behindHead?: Uint8Array;
}

const uint = (value: number, size: number): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(value, 0, Math.min(size, 6));
  return bytes;
};

/** Bytes of a file that grows at its end, in which places that were left open are filled later. */
class Growing {
  #parts: Buffer[] = [];
  end = 0;
  add(bytes: Uint8Array): number {
    const at = this.end;
    const padded = Buffer.concat([bytes, Buffer.alloc(bytes.byteLength % 2)]);
    this.#parts.push(padded);
    this.end += padded.length;
    return at;
  }
  leave(size: number): { at: number; room: Buffer } {
    const room = Buffer.alloc(size + (size % 2));
    const at = this.end;
    this.#parts.push(room);
    this.end += room.length;
    return { at, room };
  }
  whole = () => Buffer.concat(this.#parts);
}

/** Writes a TIFF structure, little-endian: a chain of folders with whatever a test wants in them, the first one right behind the head. */
export function tiffFile(
  chain: readonly Folder[],
  { mark = 'II*\0', behindHead = new Uint8Array() }: Form = {},
): Buffer {
  const place = mark.startsWith('II+') ? 8 : 4;
  const file = new Growing();
  const head = file.leave(place === 8 ? 16 : 8);
  file.add(behindHead);
  /** What is only pointed at lies behind all else, as cameras have it. */
  const last: (() => void)[] = [];
  const told = (value: Value): [type: number, count: number, data: Uint8Array] => {
    if ('short' in value) return [3, value.short.length, Buffer.concat(value.short.map((one) => uint(one, 2)))];
    if ('long' in value) return [4, value.long.length, Buffer.concat(value.long.map((one) => uint(one, 4)))];
    if ('text' in value) return [2, Buffer.byteLength(value.text) + 1, Buffer.from(`${value.text}\0`)];
    if ('bytes' in value) return [7, value.bytes.byteLength, value.bytes];
    if ('at' in value) return [4, 1, uint(0, 4)];
    return [4, value.folders.length, Buffer.concat(value.folders.map((one) => uint(write(one).at, 4)))];
  };
  const write = (folder: Folder) => {
    const tags = Object.entries(folder);
    const counted = place === 8 ? 8 : 2;
    const entry = 4 + 2 * place;
    const { at, room } = file.leave(counted + tags.length * entry + place);
    room.set(uint(tags.length, counted));
    for (const [index, [tag, value]] of tags.entries()) {
      const [type, count, data] = told(value);
      const inside = data.byteLength > place ? uint(file.add(data), place) : data;
      const start = counted + index * entry;
      if ('at' in value) last.push(() => room.set(uint(file.add(value.at), 4), start + 4 + place));
      room.set(Buffer.concat([uint(Number(tag), 2), uint(type, 2), uint(count, place), inside]), start);
    }
    return { at, lead: (next: number) => room.set(uint(next, place), counted + tags.length * entry) };
  };
  const folders = chain.map(write);
  for (const [index, { lead }] of folders.entries()) lead(folders[index + 1]?.at ?? 0);
  for (const add of last) add();
  const first = uint(folders[0]?.at ?? 0, place);
  head.room.set(
    Buffer.concat([Buffer.from(mark, 'latin1'), ...(place === 8 ? [Buffer.from([8, 0, 0, 0])] : []), first]),
  );
  return file.whole();
}

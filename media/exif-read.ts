import { Buffer } from 'node:buffer';

/** The few EXIF fields that a curator's form has fields for. Position and serial numbers are never read. */
export interface ExifWords {
  description?: string;
  artist?: string;
  copyright?: string;
  /** `2018:05:19 10:00:00`, as the camera wrote it. */
  date?: string;
}

const tags: Record<number, keyof ExifWords> = {
  270: 'description',
  315: 'artist',
  33432: 'copyright',
  36867: 'date',
};
const subfolder = 0x8769;
const ascii = 2;
const maxEntries = 500;

/** Reads an EXIF block (with or without its `Exif` header), never beyond its end. Throws on whatever is not one. */
export function readExif(block: Uint8Array | undefined): ExifWords {
  if (!block) return {};
  const whole = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const bytes = whole.toString('latin1', 0, 6) === 'Exif\0\0' ? whole.subarray(6) : whole;
  const little = bytes.toString('latin1', 0, 2) === 'II';
  const reader = {
    bytes,
    u16: (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    u32: (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  };
  const words: ExifWords = {};
  const inner = readFolder(reader, reader.u32(4), words);
  if (inner !== null) readFolder(reader, inner, words);
  return words;
}

interface Reader {
  bytes: Buffer;
  u16(at: number): number;
  u32(at: number): number;
}

/** Fills `words` from one folder of tags; answers where the folder of the camera's own tags begins, if it says so. */
function readFolder(reader: Reader, start: number, words: ExifWords): number | null {
  let inner: number | null = null;
  const count = Math.min(reader.u16(start), maxEntries);
  for (let at = start + 2; at + 12 <= Math.min(start + 2 + count * 12, reader.bytes.length); at += 12) {
    const tag = reader.u16(at);
    const field = tags[tag];
    if (tag === subfolder) inner = reader.u32(at + 8);
    if (field && reader.u16(at + 2) === ascii) words[field] ??= textAt(reader, at);
  }
  return inner;
}

function textAt(reader: Reader, entry: number): string {
  const length = reader.u32(entry + 4);
  const start = length <= 4 ? entry + 8 : reader.u32(entry + 8);
  const data = reader.bytes.subarray(start, start + Math.min(length, 65_535));
  const end = data.indexOf(0);
  return new TextDecoder('utf-8').decode(end < 0 ? data : data.subarray(0, end));
}

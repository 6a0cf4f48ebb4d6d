import { Buffer } from 'node:buffer';
import { embeddedProperties, embeddedTable, type Row, zoneOfMoment } from './embedded-table.ts';
import { asWindows1252 } from './single-bytes.ts';

/** Texts by tag, as the camera wrote them. */
export type ExifTexts = ReadonlyMap<number, string>;

/** Bytes from a place on, fewer where there are no more. A whole TIFF file is too large to be held for a few words. */
export type ReadAt = (at: number, length: number) => Buffer;

const wanted = new Set<number | undefined>([
  ...embeddedProperties.map((property) => (embeddedTable[property] as Row).exif),
  ...Object.values(zoneOfMoment),
]);
const subfolder = 0x8769;
const ascii = 2;
const utf8 = 129;
const maxEntries = 500;

/** Reads an EXIF block (with or without its `Exif` header), never beyond its end. Throws on whatever is not one. */
export function readExif(block: Uint8Array | undefined): ExifTexts {
  if (!block) return new Map();
  const whole = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const bytes = whole.toString('latin1', 0, 6) === 'Exif\0\0' ? whole.subarray(6) : whole;
  return readTiff((at, length) => bytes.subarray(at, at + length));
}

/**
 * Reads the texts of the table from the first folder of a TIFF structure and from the folder of the camera's own tags
 * (EXIF 3.0, 4.6). No folder leads on, so none is read twice. Throws where there is no such structure.
 */
export function readTiff(read: ReadAt): ExifTexts {
  const head = read(0, 8);
  const order = head.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') throw new Error('no TIFF structure');
  const reader: Reader = {
    read,
    u16: (bytes, at) => (order === 'II' ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)),
    u32: (bytes, at) => (order === 'II' ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)),
  };
  if (reader.u16(head, 2) !== 42) throw new Error('no TIFF structure');
  const texts = new Map<number, string>();
  const inner = readFolder(reader, reader.u32(head, 4), texts);
  if (inner !== null) readFolder(reader, inner, texts);
  return texts;
}

interface Reader {
  read: ReadAt;
  u16(bytes: Buffer, at: number): number;
  u32(bytes: Buffer, at: number): number;
}

/** Fills `texts` from one folder of tags; answers where the folder of the camera's own tags begins, if it says so. */
function readFolder(reader: Reader, start: number, texts: Map<number, string>): number | null {
  let inner: number | null = null;
  const count = Math.min(reader.u16(reader.read(start, 2), 0), maxEntries);
  const entries = reader.read(start + 2, count * 12);
  for (let at = 0; at + 12 <= entries.length; at += 12) {
    const entry = entries.subarray(at, at + 12);
    const tag = reader.u16(entry, 0);
    const type = reader.u16(entry, 2);
    if (tag === subfolder) inner = reader.u32(entry, 8);
    if (wanted.has(tag) && (type === ascii || type === utf8) && !texts.has(tag)) texts.set(tag, textAt(reader, entry));
  }
  return inner;
}

/** The first part that says something: a copyright has the photographer's and the editor's, with a zero between them. */
function textAt(reader: Reader, entry: Buffer): string {
  const length = reader.u32(entry, 4);
  const data =
    length <= 4 ? entry.subarray(8, 8 + length) : reader.read(reader.u32(entry, 8), Math.min(length, 65_535));
  const parts = decode(data).split('\0');
  return parts.find((part) => part.trim() !== '') ?? '';
}

/** EXIF wants ASCII; what programs write beyond it is UTF-8, or the encoding of their machine. */
function decode(data: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return asWindows1252(data);
  }
}

import { Buffer } from 'node:buffer';
import type { ReadAt } from '../formats/byte-source.ts';
import { asWindows1252 } from '../formats/single-bytes.ts';
import { openTiff, type Tiff, type TiffEntry, type TiffFolder } from '../formats/tiff-folders.ts';
import { embeddedProperties, embeddedTable, type Row, zoneOfMoment } from './embedded-table.ts';

/** Texts by tag, as the camera wrote them. */
export type ExifTexts = ReadonlyMap<number, string>;

const wanted = new Set<number | undefined>([
  ...embeddedProperties.map((property) => (embeddedTable[property] as Row).exif),
  ...Object.values(zoneOfMoment),
]);
const subfolder = 0x8769;
const ascii = 2;
const utf8 = 129;

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
  const tiff = openTiff(read);
  const texts = new Map<number, string>();
  const first = tiff.folder(tiff.first);
  fill(tiff, first, texts);
  const [inner] = tiff.numbers(first.entries.get(subfolder));
  if (inner) fill(tiff, tiff.folder(inner), texts);
  return texts;
}

function fill(tiff: Tiff, { entries }: TiffFolder, texts: Map<number, string>): void {
  for (const entry of entries.values()) {
    const isText = entry.type === ascii || entry.type === utf8;
    if (wanted.has(entry.tag) && isText && !texts.has(entry.tag)) texts.set(entry.tag, textAt(tiff, entry));
  }
}

/** The first part that says something: a copyright has the photographer's and the editor's, with a zero between them. */
function textAt(tiff: Tiff, entry: TiffEntry): string {
  const parts = decode(tiff.bytes(entry, 65_535)).split('\0');
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

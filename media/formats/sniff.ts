import { Buffer } from 'node:buffer';
import { Failure } from '#errors/failure.ts';

/** Formats of which the decoder makes pixels, or libheif does. */
export const plainTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/avif', 'image/heic'] as const;

/** What cameras write before anything is made of it. Shown is the picture that such a file carries, if it carries one. */
export const rawTypes = [
  'image/x-canon-cr2',
  'image/x-canon-cr3',
  'image/x-nikon-nef',
  'image/x-sony-arw',
  'image/x-adobe-dng',
  'image/x-fuji-raf',
  'image/x-olympus-orf',
  'image/x-panasonic-rw2',
  'image/x-pentax-pef',
  'image/x-samsung-srw',
  'image/x-raw',
] as const;
export type RawType = (typeof rawTypes)[number];

/** Pictures that nothing here decodes: they are kept. */
export const keptTypes = ['image/jp2', 'image/jxl'] as const;

/** The formats that the archive takes. */
export type MasterType = (typeof plainTypes)[number] | RawType | (typeof keptTypes)[number];

export const isRaw = (type: MasterType): type is RawType => rawTypes.some((one) => one === type);

/** How much of the beginning and of the end of a file the sniffer wants to see, in bytes. */
export const headBytes = 1024;
export const tailBytes = 65_557;

/**
 * What a file is by its first bytes; name and declared type never count. Many cameras write their raw files as TIFF:
 * `identify.ts` tells them apart.
 * Throws `image-unsupported` (values: format, a technical name or `?`) for anything else and for a file that is a
 * document or an archive at the same time (PDF readers look for their mark in the first 1,024 bytes, ZIP readers at the end).
 */
export function sniff(head: Uint8Array, tail: Uint8Array): MasterType {
  const type = typeOf(head);
  if (!type) throw new Failure('image-unsupported', { format: nameOf(head) });
  if (latin(head).includes('%PDF-')) throw new Failure('image-unsupported', { format: 'PDF' });
  if (endsAsZip(tail)) throw new Failure('image-unsupported', { format: 'ZIP' });
  return type;
}

const latin = (bytes: Uint8Array, start = 0, end = headBytes) =>
  Buffer.from(bytes.subarray(start, end)).toString('latin1');

/** First bytes that are a format's own. */
const marks: readonly [mark: string, type: MasterType][] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['IIRO', 'image/x-olympus-orf'],
  ['IIRS', 'image/x-olympus-orf'],
  ['MMOR', 'image/x-olympus-orf'],
  ['IIU\0', 'image/x-panasonic-rw2'],
  ['FUJIFILMCCD-RAW ', 'image/x-fuji-raf'],
  ['\0\0\0\x0cjP  \r\n\x87\n', 'image/jp2'],
  ['\xff\x4f\xff\x51', 'image/jp2'],
  ['\0\0\0\x0cJXL \r\n\x87\n', 'image/jxl'],
  ['\xff\x0a', 'image/jxl'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
  ['II+\0', 'image/tiff'],
  ['MM\0+', 'image/tiff'],
];

/** Brands of an ISO media file, by what is in it (ISO/IEC 23008-12, AV1 Image File Format, Canon). */
const brands: readonly [brand: RegExp, type: MasterType][] = [
  [/^crx $/, 'image/x-canon-cr3'],
  [/^avi[fs]$/, 'image/avif'],
  [/^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/, 'image/heic'],
];

function typeOf(head: Uint8Array): MasterType | null {
  const start = latin(head, 0, 16);
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp';
  if (/^(II\*\0|MM\0\*)/.test(start) && start.slice(8, 11) === 'CR\x02') return 'image/x-canon-cr2';
  const marked = marks.find(([mark]) => start.startsWith(mark));
  if (marked) return marked[1];
  const own = brandsOf(head);
  return brands.find(([brand]) => own.some((one) => brand.test(one)))?.[1] ?? null;
}

/** Brands of an ISO media file, the major one first. */
function brandsOf(head: Uint8Array): string[] {
  const start = latin(head, 0, 12);
  if (start.slice(4, 8) !== 'ftyp') return [];
  const size = Math.min(new DataView(head.buffer, head.byteOffset).getUint32(0), head.byteLength);
  const compatible = latin(head, 16, size).match(/[\s\S]{4}/g) ?? [];
  return [start.slice(8, 12), ...compatible];
}

const beginnings: Record<string, string> = {
  GIF8: 'GIF',
  BM: 'BMP',
  '8BPS': 'PSD',
  'PK\x03\x04': 'ZIP',
  'PK\x05\x06': 'ZIP',
  'Rar!': 'RAR',
  "7z\xbc\xaf'\x1c": '7z',
  '\x1f\x8b': 'gzip',
  '\x1aE\xdf\xa3': 'Matroska',
};

const contents: readonly [format: string, test: RegExp][] = [
  ['PDF', /%PDF-/],
  ['SVG', /<svg[\s>]/i],
  ['HTML', /<(!doctype html|html|head|body|script)[\s>]/i],
  ['XML', /<\?xml/],
];

function nameOf(head: Uint8Array): string {
  if (brandsOf(head).length > 0) return 'MP4';
  const text = latin(head);
  const known = Object.entries(beginnings).find(([beginning]) => text.startsWith(beginning))?.[1];
  return known ?? contents.find(([, test]) => test.test(text))?.[0] ?? '?';
}

/** Whether the file's last record is that of a ZIP archive whose comment ends exactly where the file ends. */
function endsAsZip(tail: Uint8Array): boolean {
  const bytes = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  const record = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  return record >= 0 && record + 22 <= bytes.length && record + 22 + bytes.readUInt16LE(record + 20) === bytes.length;
}

import { Buffer } from 'node:buffer';
import { Failure } from '#errors/failure.ts';

/** The formats that the archive takes. */
export const masterTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/avif'] as const;
export type MasterType = (typeof masterTypes)[number];

/** How much of the beginning and of the end of a file the sniffer wants to see, in bytes. */
export const headBytes = 1024;
export const tailBytes = 65_557;

/**
 * What a file is by its first bytes; name and declared type never count.
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

function typeOf(head: Uint8Array): MasterType | null {
  const start = latin(head, 0, 16);
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp';
  if (['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].includes(start.slice(0, 4))) return 'image/tiff';
  return brandsOf(head).some((brand) => brand === 'avif' || brand === 'avis') ? 'image/avif' : null;
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
  '\xff\x0a': 'JPEG XL',
  '\0\0\0\x0cJXL ': 'JPEG XL',
  '\0\0\0\x0cjP  ': 'JPEG 2000',
  '\xff\x4f\xff\x51': 'JPEG 2000',
  '8BPS': 'PSD',
  'PK\x03\x04': 'ZIP',
};

const contents: readonly [format: string, test: RegExp][] = [
  ['PDF', /%PDF-/],
  ['SVG', /<svg[\s>]/i],
  ['HTML', /<(!doctype html|html|head|body|script)[\s>]/i],
  ['XML', /<\?xml/],
];

function nameOf(head: Uint8Array): string {
  const brands = brandsOf(head);
  if (brands.some((brand) => /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(brand))) return 'HEIC';
  if (brands.length > 0) return 'MP4';
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

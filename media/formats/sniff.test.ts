import { expect, test } from 'vitest';
import { sniff } from './sniff.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const of = (text: string) => sniff(bytes(text), bytes(text));

test.each([
  ['\xff\xd8\xff\xe0rest', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\nrest', 'image/png'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['II*\0rest', 'image/tiff'],
  ['MM\0*rest', 'image/tiff'],
  ['\0\0\0\x1cftypavif\0\0\0\0avifmif1', 'image/avif'],
  ['\0\0\0\x1cftypmif1\0\0\0\0avifmiaf', 'image/avif'],
  ['\0\0\0\x18ftypmif1\0\0\0\0heic', 'image/heic'],
  ['\0\0\0\x18ftypheic\0\0\0\0mif1', 'image/heic'],
  ['\0\0\0\x18ftypcrx \0\0\0\x01isom', 'image/x-canon-cr3'],
  ['II*\0\x10\0\0\0CR\x02\0', 'image/x-canon-cr2'],
  ['II+\0\x08\0', 'image/tiff'],
  ['IIU\0', 'image/x-panasonic-rw2'],
  ['IIRO', 'image/x-olympus-orf'],
  ['FUJIFILMCCD-RAW 0201', 'image/x-fuji-raf'],
  ['\0\0\0\x0cjP  \r\n\x87\n', 'image/jp2'],
  ['\xff\x4f\xff\x51', 'image/jp2'],
  ['\0\0\0\x0cJXL \r\n\x87\n', 'image/jxl'],
  ['\xff\x0a', 'image/jxl'],
])('%j is %s', (text, type) => {
  expect(of(text)).toBe(type);
});

test.each([' \xff\xd8\xff', 'RIFF\0\0\0\0WAVE', '\xff\xd8', '\0\0\0\x18ftypisom\0\0\0\0mp42', ''])(
  '%j is no picture of ours',
  (text) => {
    expect(() => of(text)).toThrow('image-unsupported');
  },
);

test('the end mark of a ZIP archive counts only where it really ends the file', () => {
  const jpeg = `\xff\xd8\xff${'x'.repeat(50)}`;
  expect(() => of(`${jpeg}PK\x05\x06${'\0'.repeat(16)}\x02\0hi`)).toThrow('image-unsupported');
  expect(of(`${jpeg}PK\x05\x06${'\0'.repeat(16)}\x03\0hi`)).toBe('image/jpeg');
});

test.each([
  ['\0\0\0\x18ftypqt  \0\0\0\0qt  ', 'MP4'],
  ['Rar!\x1a\x07', 'RAR'],
  ["7z\xbc\xaf'\x1c", '7z'],
  ['\x1f\x8b\x08', 'gzip'],
  ['\x1aE\xdf\xa3', 'Matroska'],
  ['8BPS\0\x01', 'PSD'],
  ['PK\x05\x06', 'ZIP'],
])('%j is refused as %s', (text, format) => {
  expect(() => of(text)).toThrow(expect.objectContaining({ code: 'image-unsupported', values: { format } }));
});

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
])('%j is %s', (text, type) => {
  expect(of(text)).toBe(type);
});

test.each([' \xff\xd8\xff', 'RIFF\0\0\0\0WAVE', '\xff\xd8', '\0\0\0\x18ftypmif1\0\0\0\0heic', ''])(
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

import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { takeIn } from '#media/intake/intake.ts';
import { deriveRenditions } from '#media/pixels/derive.ts';
import { examine } from '#media/pixels/examine.ts';
import { zipFile } from '../archive/support/zip-files.ts';
import { vector } from './support/formats.ts';
import { box } from './support/heif-boxes.ts';
import { flag } from './support/pictures.ts';
import { emptyStore } from './support/store.ts';

const words = { credit: 'Lan', creator: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };
const page = Buffer.from('<!doctype html><script>alert("CANARY")</script>');
const program = Buffer.from('*/=1;alert("CANARY")//');
const archive = zipFile([{ name: 'CANARY.txt', bytes: Buffer.from('CANARY'), method: 0 }]);

/** A JPEG with a comment right behind its beginning, where a browser that looks for a page finds it. */
const commented = (jpeg: Buffer, comment: Buffer): Buffer => {
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2)]);
};

const jpeg = await flag().jpeg().toBuffer();
const png = await flag().png().toBuffer();
const webp = await flag().webp().toBuffer();
const tiff = await flag().tiff({ compression: 'lzw' }).toBuffer();

/** Pictures that are something else to whoever looks otherwise. */
const polyglots: readonly (readonly [string, Buffer])[] = [
  ['a JPEG with a page in a comment', commented(jpeg, page)],
  ['a JPEG with a page behind its end', Buffer.concat([jpeg, page])],
  ['a JPEG that is a program to a browser', Buffer.concat([commented(jpeg, Buffer.from('/*CANARY')), program])],
  ['a JPEG with an archive in its middle, and a word behind it', Buffer.concat([jpeg, archive, Buffer.from('x')])],
  ['a PNG with a page behind its end', Buffer.concat([png, page])],
  ['a WebP with a page behind its end', Buffer.concat([webp, page])],
  ['a TIFF with a page behind its end', Buffer.concat([tiff, page])],
  ['a HEIC with a page in a box', Buffer.concat([vector('flag.heic'), box('free', page)])],
];

describe('R17: a picture that is something else as well', () => {
  test.each(polyglots)('%s is kept as it is, and nothing else of it goes out', async (_, bytes) => {
    expect(bytes.includes('CANARY')).toBe(true);
    const { store } = await emptyStore();
    const { sha256 } = await takeIn(store, bytes, { filename: 'a.jpg', examine });
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.compare(await store.read(sha256), bytes)).toBe(0);
    const { sources } = await deriveRenditions(bytes, { words });
    expect(sources.length).toBeGreaterThan(0);
    for (const made of sources) {
      const told = Buffer.from(made.bytes).toString('latin1');
      for (const mark of ['CANARY', '<script', '<!doctype', 'PK\x03\x04', 'PK\x05\x06'])
        expect(told).not.toContain(mark);
    }
  });

  test.each([
    ['a JPEG that any program unpacks', 'ZIP', Buffer.concat([jpeg, archive])],
    ['a PNG that any program unpacks', 'ZIP', Buffer.concat([png, archive])],
    ['a HEIC that any program unpacks', 'ZIP', Buffer.concat([vector('flag.heic'), archive])],
    ['a GIF that is JavaScript', 'GIF', Buffer.from('GIF89a/*\0\0*/=1;alert("CANARY")', 'latin1')],
    ['a JPEG that any program opens as a PDF', 'PDF', commented(jpeg, Buffer.from('%PDF-1.7\n'))],
  ])('%s is refused as what it is', async (_, format, bytes) => {
    const { store, files } = await emptyStore();
    const refusal = takeIn(store, bytes, { filename: 'a.jpg', examine });
    await expect(refusal).rejects.toMatchObject({ code: 'image-unsupported', values: { format } });
    expect(await files()).toEqual([]);
  });
});

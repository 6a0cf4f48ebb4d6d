import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { takeIn } from '#media/intake/intake.ts';
import { examine } from '#media/pixels/examine.ts';
import { photo, photosFound, photosIn } from './support/photos.ts';
import { flag, pngOf } from './support/pictures.ts';
import { textsOf } from './support/said.ts';
import { emptyStore } from './support/store.ts';

const filename = 'photo.jpg';
const latin = (text: string) => Buffer.from(text, 'latin1');

describe.each(['jpeg', 'png', 'webp', 'tiff', 'avif'] as const)('%s', (format) => {
  test('is taken in byte for byte and known for what it is', async () => {
    const { store, files } = await emptyStore();
    const bytes = await flag().toFormat(format).toBuffer();
    const taken = await takeIn(store, bytes, { filename, examine });
    expect(taken).toMatchObject({
      type: `image/${format}`,
      bytes: bytes.length,
      width: 600,
      height: 400,
      existed: false,
    });
    expect(taken.thumbhash).toMatch(/^[A-Za-z0-9+/]{20,40}=*$/);
    expect(taken.focus.every((part) => part >= 0 && part <= 1)).toBe(true);
    expect(Buffer.compare(await store.read(taken.sha256), bytes)).toBe(0);
    expect(await files()).toHaveLength(1);
  });

  test('is refused as damaged when half of it is missing, and leaves nothing', async () => {
    const { store, files } = await emptyStore();
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const whole = await sharp({ create: { width: 500, height: 500, channels: 3, background: 'red', noise } })
      .toFormat(format)
      .toBuffer();
    await expect(takeIn(store, whole.subarray(0, whole.length / 2), { filename, examine })).rejects.toMatchObject({
      code: 'image-damaged',
    });
    expect(await files()).toEqual([]);
  });
});

test('is there whole, under its hash and write-protected, before anything looks at it', async () => {
  const { store } = await emptyStore();
  const bytes = await flag().jpeg().toBuffer();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const found: unknown[] = [];
  const look = async (picture: string | Uint8Array, maxPixels: number) => {
    const path = String(picture);
    const there = await readFile(path);
    found.push([basename(path).slice(0, 64), (await stat(path)).mode & 0o777, Buffer.compare(there, bytes)]);
    return examine(path, maxPixels);
  };
  await takeIn(store, bytes, { filename, examine: look });
  expect(found).toEqual([[sha256, 0o444, 0]]);
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const zipEnd = `PK\x05\x06${'\0'.repeat(18)}`;
const jpeg = await flag().jpeg().toBuffer();
const foreign: [what: string, format: string, bytes: Uint8Array][] = [
  ['an SVG', 'SVG', latin(svg)],
  ['an SVG behind an XML declaration and a comment', 'SVG', latin(`<?xml version="1.0"?>\n<!-- x -->${svg}`)],
  ['an XML file with a style sheet', 'XML', latin('<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>')],
  ['an HTML page', 'HTML', latin('<!doctype html><title>x</title>')],
  ['a PDF', 'PDF', latin('%PDF-1.7\n')],
  ['a GIF', 'GIF', await flag().gif().toBuffer()],
  ['a ZIP archive', 'ZIP', latin(`PK\x03\x04rest${zipEnd}`)],
  ['a film', 'MP4', latin('\0\0\0\x18ftypisom\0\0\0\0isomiso2')],
  ['plain text', '?', latin('hello')],
  ['nothing at all', '?', latin('')],
  [
    'a JPEG that is also a PDF',
    'PDF',
    Buffer.concat([jpeg.subarray(0, 2), latin('\xff\xfe\0\x0c%PDF-1.7\n\0'), jpeg.subarray(2)]),
  ],
  ['a JPEG that is also an archive', 'ZIP', Buffer.concat([jpeg, latin(zipEnd)])],
  ['a GIF that is also JavaScript', 'GIF', latin('GIF89a/*\0\0*/=1;alert(1)')],
];

test.each(foreign)(
  '%s is refused by its content, whatever its name says, and leaves nothing',
  async (_, format, bytes) => {
    const { store, files } = await emptyStore();
    await expect(takeIn(store, bytes, { filename, examine })).rejects.toMatchObject({
      code: 'image-unsupported',
      values: { format },
    });
    expect(await files()).toEqual([]);
  },
);

test('a picture with the first bytes of another kind is refused', async () => {
  const { store, files } = await emptyStore();
  const mislabelled = Buffer.concat([latin('\xff\xd8\xff'), (await flag().png().toBuffer()).subarray(3)]);
  await expect(takeIn(store, mislabelled, { filename, examine })).rejects.toMatchObject({ code: 'image-damaged' });
  expect(await files()).toEqual([]);
});

test('nine hundred megapixels in a few hundred kilobytes are refused before anything is decoded', async () => {
  const { store, files } = await emptyStore();
  const bomb = pngOf(30_000, 30_000);
  expect(bomb.length).toBeLessThan(1_000_000);
  await expect(takeIn(store, bomb, { filename, examine })).rejects.toMatchObject({
    code: 'image-too-many-pixels',
    values: { pixels: 900, max: 100 },
  });
  expect(await files()).toEqual([]);
});

test('pages count: a picture of many pages is as large as all of them', async () => {
  const { store } = await emptyStore();
  const pages = await Promise.all(
    Array.from({ length: 30 }, (_, page) =>
      sharp({ create: { width: 20, height: 20, channels: 3, background: { r: page * 8, g: 0, b: 0 } } })
        .png()
        .toBuffer(),
    ),
  );
  const animated = await sharp(pages, { join: { animated: true } })
    .webp()
    .toBuffer();
  const limits = { maxPixels: 20 * 20 * 29 };
  await expect(takeIn(store, animated, { filename, examine, limits })).rejects.toMatchObject({
    code: 'image-too-many-pixels',
  });
  await expect(takeIn(store, animated, { filename, examine })).resolves.toMatchObject({ width: 20, height: 20 });
});

test('a file over the limit of bytes is refused', async () => {
  const { store, files } = await emptyStore();
  await expect(takeIn(store, jpeg, { filename, examine, limits: { maxBytes: 1000 } })).rejects.toMatchObject({
    code: 'image-too-large',
  });
  expect(await files()).toEqual([]);
});

test.each([
  ['<script>alert(1)</script>.jpg', 'script.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\Chợ.jpg', 'Chợ.jpg'],
  ['cho\u0323\u202egpj.exe', 'chọgpj.exe'],
  ['\0\n', 'image'],
])('a file name like %j is a harmless label', async (given, kept) => {
  const { store } = await emptyStore();
  expect((await takeIn(store, jpeg, { filename: given, examine })).filename).toBe(kept);
});

describe.skipIf(!photosFound)('files of real cameras', () => {
  const sound = [...photosIn('{exif-org,gps,hdr,invalid,mobile,orientation,tests,tiff,xmp}/*')];

  test.each(sound)('%s is taken in unchanged', async (path) => {
    const { store } = await emptyStore();
    const bytes = photo(path);
    const { sha256 } = await takeIn(store, bytes, { filename: path, examine });
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(Buffer.compare(await store.read(sha256), bytes)).toBe(0);
  });

  test('a corrupted photograph is refused', async () => {
    const { store, files } = await emptyStore();
    await expect(takeIn(store, photo('corrupted.jpg'), { filename, examine })).rejects.toMatchObject({
      code: 'image-damaged',
    });
    expect(await files()).toEqual([]);
  });

  test('what a photograph says of itself fills the form, and its position does not', async () => {
    const { store } = await emptyStore();
    const { embedded } = await takeIn(store, photo('long_description.jpg'), { filename, examine });
    expect(textsOf(embedded)).toMatchObject({ creator: ['SSG KYLE DAVIS'], created: ['2003-08-31'] });
    expect(textsOf(embedded).caption?.join()).toContain('soldiers of A Company');
    const positioned = await takeIn(store, photo('gps/DSCN0010.jpg'), { filename, examine });
    expect(textsOf(positioned.embedded)).toEqual({
      created: ['2008-10-22T16:28'],
      digitised: ['2008-10-22T16:28'],
    });
  });
});

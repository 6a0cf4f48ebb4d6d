import sharp from 'sharp';
import { expect, test } from 'vitest';
import { deriveRenditions } from '#media/pixels/derive.ts';
import { pyramidLevels } from '#media/sizes/pyramid.ts';
import { colourAt, flag } from './support/pictures.ts';

const words = { credit: 'Kho ảnh', creator: 'Lan', rights: 'http://creativecommons.org/licenses/by/4.0/' };
const copyOf = async (master: Uint8Array) => {
  const { accessCopy } = await deriveRenditions(master, { words, accessCopy: true });
  if (!accessCopy) throw new Error('no copy was made');
  return accessCopy;
};
const page = async (bytes: Uint8Array, level: number) => sharp(bytes, { page: level }).png().toBuffer();
const levelsIn = async (bytes: Uint8Array) => {
  const { pages = 1 } = await sharp(bytes).metadata();
  return Promise.all(
    Array.from({ length: pages }, async (_, level) => {
      const { width, height } = await sharp(bytes, { page: level }).metadata();
      return { width, height };
    }),
  );
};

test('an access copy is a pyramid of the picture at its largest public size', async () => {
  const copy = await copyOf(await flag(3000, 2000).jpeg().toBuffer());
  expect([copy.width, copy.height]).toEqual([2400, 1600]);
  expect(await levelsIn(copy.bytes)).toEqual(pyramidLevels(copy));
  expect(copy.bytes.length).toBeLessThan((2400 * 1600 * 3) / 10);
  for (const level of [0, 2, 4]) {
    const seen = await page(copy.bytes, level);
    const [red] = await colourAt(seen, 0.3, 0.8);
    const [, , blue] = await colourAt(seen, 0.8, 0.8);
    const [, green] = await colourAt(seen, 0.05, 0.05);
    for (const strong of [red, green, blue]) expect(strong).toBeGreaterThan(180);
  }
});

test.each([
  [2400, 3],
  [3, 2000],
  [1, 1],
  [256, 256],
  [257, 255],
  [1001, 999],
])('the levels of %i × %i are where the arithmetic expects them', async (width, height) => {
  const copy = await copyOf(await flag(width, height).png().toBuffer());
  expect(await levelsIn(copy.bytes)).toEqual(pyramidLevels({ width, height }));
});

test('it is the right way up, whichever way the camera was held', async () => {
  const turned = await flag(900, 600).rotate(270).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const copy = await copyOf(turned);
  expect([copy.width, copy.height]).toEqual([900, 600]);
  const [, green] = await colourAt(await page(copy.bytes, 0), 0.05, 0.05);
  expect(green).toBeGreaterThan(180);
});

test('what is transparent is white in it', async () => {
  const clear = sharp({ create: { width: 600, height: 400, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  const copy = await copyOf(await clear.png().toBuffer());
  expect(await colourAt(await page(copy.bytes, 1), 0.5, 0.5)).toEqual([255, 255, 255]);
});

test('pictures without colour, with 16 bits and in CMYK come out as they look', async () => {
  const masters = [
    flag().greyscale().toColourspace('b-w').png(),
    flag().toColourspace('rgb16').png(),
    flag().toColourspace('cmyk').jpeg(),
  ];
  for (const master of masters) {
    const { bytes } = await copyOf(await master.toBuffer());
    const { space, depth, hasProfile } = await sharp(bytes).metadata();
    expect([['srgb', 'b-w'].includes(space), depth, hasProfile]).toEqual([true, 'uchar', false]);
  }
});

test('equal masters give equal copies, and none is made unless it is asked for', async () => {
  const master = await flag(700, 500).jpeg().toBuffer();
  expect((await copyOf(master)).sha256).toBe((await copyOf(master)).sha256);
  expect((await deriveRenditions(master, { words })).accessCopy).toBeUndefined();
});

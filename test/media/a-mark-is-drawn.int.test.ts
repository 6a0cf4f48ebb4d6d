import sharp from 'sharp';
import { expect, test } from 'vitest';
import { deriveRenditions } from '#media/pixels/derive.ts';
import { lowestStrip } from '../support/lowest-strip.ts';

const words = { credit: 'A', creator: 'A', rights: 'http://creativecommons.org/licenses/by/4.0/' };
const plain = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 240, g: 160, b: 60, alpha: 1 } } })
    .png()
    .toBuffer();
const made = async (master: Uint8Array, mark?: string) =>
  deriveRenditions(master, { words, accessCopy: true, ...(mark && { mark }) });

test('a mark is drawn into every rendition and into what tiles are cut from', async () => {
  const master = await plain(1800, 1200);
  const [bare, marked] = [await made(master), await made(master, 'Ảnh: Nguyễn Thị Hường / 滨城 <市场> & Đường')];
  expect(marked.sources.map(({ width, height }) => [width, height])).toEqual(
    bare.sources.map(({ width, height }) => [width, height]),
  );
  const files = [...marked.sources, marked.accessCopy].flatMap((file) => file?.bytes ?? []);
  expect(files.length).toBe(bare.sources.length + 1);
  for (const bytes of files) {
    const { mean, white } = await lowestStrip(bytes);
    expect(mean).toBeLessThan(140);
    expect(white).toBeGreaterThan(0.005);
  }
  for (const { bytes } of bare.sources) expect((await lowestStrip(bytes)).white).toBe(0);
  expect(marked.thumbhash).toBe(bare.thumbhash);
});

test.each([
  [1, 1, 3],
  [3, 900, 3],
  [900, 3, 3],
  [400, 300, 4],
] as const)('a picture of %i × %i in %i channels takes any mark, however long', async (width, height, channels) => {
  const master = await plain(width, height, channels);
  const { sources, accessCopy } = await made(master, 'Một dòng ghi nguồn dài '.repeat(20));
  expect(sources.at(-1)).toMatchObject({ width, height });
  expect(accessCopy).toMatchObject({ width, height });
});

test('the same mark is the same bytes', async () => {
  const master = await plain(640, 480);
  const [a, b] = [await made(master, 'Ảnh: A'), await made(master, 'Ảnh: A')];
  expect(a.sources.map(({ sha256 }) => sha256)).toEqual(b.sources.map(({ sha256 }) => sha256));
});

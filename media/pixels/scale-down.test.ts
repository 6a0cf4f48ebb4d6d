import sharp from 'sharp';
import { expect, test } from 'vitest';
import { scaleDown, settled } from './scale-down.ts';

/** Rings that become finer towards the edge, as fine as the smallest size can hold, in colours and half transparent. */
const rings = (channels: 3 | 4) => {
  const [width, height] = [1200, 800];
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const bright = 128 + 100 * Math.cos(((x - 600) ** 2 + (y - 400) ** 2) / 12_000);
      data.set([bright, 255 - bright, x / 5, 128 + y / 7].slice(0, channels), (y * width + x) * channels);
    }
  return sharp(data, { raw: { width, height, channels } });
};

const sizes = [150, 300, 600, 900, 1200].map((width) => ({ width, height: (width * 2) / 3 }));

test.each([3, 4] as const)('each size looks as if it were made of the largest, in %s channels', async (channels) => {
  const pixels = await settled(rings(channels));
  const steps = await scaleDown({ size: sizes.at(-1) ?? { width: 1200, height: 800 }, pixels }, sizes, channels === 4);
  expect(steps.map(({ size }) => size)).toEqual(sizes);
  for (const { size, pixels: made } of steps) {
    const direct = await pixels()
      .resize({ ...size, fit: 'fill' })
      .raw()
      .toBuffer();
    const stepped = await made().raw().toBuffer();
    expect(stepped.length).toBe(direct.length);
    const squares = stepped.reduce((sum, value, at) => sum + (value - (direct[at] ?? 0)) ** 2, 0);
    // Forty decibels and more: nobody sees a difference
    expect(Math.sqrt(squares / direct.length), `${size.width}`).toBeLessThan(2.5);
  }
});

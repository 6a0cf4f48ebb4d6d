import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pyramidLevels } from '../sizes/pyramid.ts';
import { startOf } from './cut.ts';

const box = (left: number, top: number, width: number, height: number) => ({ left, top, width, height });

test('a tile at full size comes from the whole picture, smaller ones from the level made for them', () => {
  const whole = { width: 2400, height: 1963 };
  const cut = (region: ReturnType<typeof box>, width: number, height: number) =>
    startOf(whole, { region, size: { width, height } }, true);
  expect(cut(box(512, 512, 512, 512), 512, 512)).toEqual({ page: 0, box: box(512, 512, 512, 512) });
  expect(cut(box(1024, 0, 1024, 1024), 512, 512)).toEqual({ page: 1, box: box(512, 0, 512, 512) });
  expect(cut(box(0, 0, 2400, 1963), 600, 491)).toEqual({ page: 2, box: box(0, 0, 600, 490) });
  expect(cut(box(0, 0, 2400, 1963), 10, 8).page).toBe(4);
  expect(cut(box(0, 0, 100, 100), 200, 200)).toEqual({ page: 0, box: box(0, 0, 100, 100) });
});

test('without a pyramid everything comes from the whole picture', () => {
  const whole = { width: 800, height: 600 };
  const plan = { region: box(0, 0, 800, 600), size: { width: 10, height: 8 } };
  expect(startOf(whole, plan, false)).toEqual({ page: 0, box: box(0, 0, 800, 600) });
});

const side = fc.integer({ min: 1, max: 7200 });

test('what is read lies inside its level, is not empty, and has hardly fewer pixels than are asked for', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(side, side, part, part, part, part, part, (width, height, x, y, w, h, scale) => {
      const region = box(Math.floor(x * (width - 1)), Math.floor(y * (height - 1)), 1, 1);
      const asked = {
        ...region,
        width: Math.max(1, Math.floor(w * (width - region.left))),
        height: Math.max(1, Math.floor(h * (height - region.top))),
      };
      const size = {
        width: Math.max(1, Math.round(asked.width * scale)),
        height: Math.max(1, Math.round(asked.height * scale)),
      };
      const { page, box: read } = startOf({ width, height }, { region: asked, size }, true);
      const level = pyramidLevels({ width, height })[page] ?? { width: 0, height: 0 };
      expect(read.left >= 0 && read.top >= 0 && read.width >= 1 && read.height >= 1).toBe(true);
      expect(read.left + read.width <= level.width && read.top + read.height <= level.height).toBe(true);
      expect(read.width >= size.width * 0.97 - 1 && read.height >= size.height * 0.97 - 1).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

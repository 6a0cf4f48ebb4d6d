import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renditionSizes } from './renditions.ts';

const widths = (width: number, height: number) => renditionSizes({ width, height }).map((size) => size.width);

test('a large master gets every step', () => {
  expect(widths(5450, 4450)).toEqual([320, 640, 1024, 1600, 2400]);
});

test('a smaller one ends with its own width', () => {
  expect(widths(1024, 700)).toEqual([320, 640, 1024]);
  expect(widths(1200, 700)).toEqual([320, 640, 1024, 1200]);
  expect(widths(100, 70)).toEqual([100]);
});

test('no size is larger than the master, empty, doubled, or taller than browsers show', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 60_000 }), (width, height) => {
      const sizes = renditionSizes({ width, height });
      expect(sizes.length).toBeGreaterThan(0);
      expect(new Set(sizes.map((size) => size.width)).size).toBe(sizes.length);
      for (const size of sizes) {
        expect(size.width >= 1 && size.width <= Math.min(width, 2400)).toBe(true);
        expect(size.height >= 1 && size.height <= Math.min(height, 7200)).toBe(true);
      }
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deepestLevel, longestZoom, tileAt, zoomSize, zoomTile } from './zoom.ts';

const side = fc.integer({ min: 1, max: 9000 });

it('the tiles of every level cover the whole picture, each pixel once, and none is larger than a tile', () => {
  fc.assert(
    fc.property(side, side, fc.nat(14), (width, height, given) => {
      const whole = { width, height };
      const level = Math.min(given, deepestLevel(whole));
      let area = 0;
      for (let row = 0; tileAt(whole, level, 0, row); row += 1)
        for (let column = 0; ; column += 1) {
          const tile = tileAt(whole, level, column, row);
          if (!tile) break;
          expect(Math.max(tile.size.width, tile.size.height)).toBeLessThanOrEqual(zoomTile);
          expect(tile.region.left + tile.region.width).toBeLessThanOrEqual(width);
          expect(tile.region.top + tile.region.height).toBeLessThanOrEqual(height);
          area += tile.region.width * tile.region.height;
        }
      expect(area).toBe(width * height);
    }),
  );
});

it('the deepest level shows pixel for pixel, the first a single one, and there is nothing beyond', () => {
  const whole = { width: 3000, height: 2000 };
  expect(tileAt(whole, 12, 5, 3)).toMatchObject({
    region: { left: 2560, top: 1536, width: 440, height: 464 },
    size: { width: 440, height: 464 },
  });
  expect(tileAt(whole, 0, 0, 0)).toMatchObject({
    region: { width: 3000, height: 2000 },
    size: { width: 1, height: 1 },
  });
  for (const [level, column, row] of [
    [12, 6, 0],
    [12, 0, 4],
    [13, 0, 0],
  ] as const)
    expect(tileAt(whole, level, column, row)).toBe(null);
});

it('a picture beyond all is looked into at a size that fits into memory', () => {
  expect(zoomSize({ width: 3000, height: 2000 })).toEqual({ width: 3000, height: 2000 });
  expect(zoomSize({ width: 30_000, height: 3 })).toEqual({ width: longestZoom, height: 1 });
});

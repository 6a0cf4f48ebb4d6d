import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GridLayout, layOut, neighbour, rowAt, rowOf, rowsAround, shownRatio, tilesOf } from './grid-layout.ts';

const ratios = fc.array(fc.double({ min: 0.01, max: 60, noNaN: true }), { maxLength: 300 });
const shape = fc.record({
  width: fc.integer({ min: 120, max: 3000 }),
  rowHeight: fc.integer({ min: 60, max: 400 }),
  gap: fc.integer({ min: 0, max: 12 }),
});

test('no picture is lost, none stands twice, and their order is kept', () => {
  fc.assert(
    fc.property(ratios, shape, (list, wanted) => {
      const layout = layOut(list, wanted);
      const shown = Array.from({ length: layout.rows }, (_, row) => tilesOf(layout, list, row)).flat();
      expect(shown.map(({ at }) => at)).toEqual(list.map((_, at) => at));
    }),
  );
});

test('every row but the last fills the width, and no row is taller than wanted', () => {
  fc.assert(
    fc.property(ratios, shape, (list, wanted) => {
      const layout = layOut(list, wanted);
      for (let row = 0; row < layout.rows; row += 1) {
        const last = tilesOf(layout, list, row).at(-1);
        const right = (last?.left ?? 0) + (last?.width ?? 0);
        expect(layout.heights[row]).toBeLessThanOrEqual(wanted.rowHeight + 1e-6);
        if (row < layout.rows - 1) expect(right).toBeCloseTo(wanted.width, 4);
        else expect(right).toBeLessThanOrEqual(wanted.width + 1e-6);
      }
    }),
  );
});

test('rows stand below one another with a gap between them', () => {
  fc.assert(
    fc.property(ratios, shape, (list, wanted) => {
      const layout = layOut(list, wanted);
      let top = 0;
      for (let row = 0; row < layout.rows; row += 1) {
        expect(layout.tops[row]).toBeCloseTo(top, 4);
        top += (layout.heights[row] ?? 0) + wanted.gap;
      }
      expect(layout.height).toBeCloseTo(top, 4);
    }),
  );
});

test('a row is found by a picture in it and by a height on the page', () => {
  fc.assert(
    fc.property(ratios, shape, (list, wanted) => {
      const layout = layOut(list, wanted);
      for (let row = 0; row < layout.rows; row += 1) {
        expect(rowAt(layout, (layout.tops[row] ?? 0) + 0.5)).toBe(row);
        for (const { at } of tilesOf(layout, list, row)) expect(rowOf(layout, at)).toBe(row);
      }
    }),
  );
});

test('up and down go to the picture that stands nearest, and stay at the edges', () => {
  const squares = Array.from({ length: 10 }, () => 1);
  const layout = layOut(squares, { width: 300, rowHeight: 100, gap: 0 });
  expect(neighbour(layout, squares, 1, 1)).toBe(4);
  expect(neighbour(layout, squares, 4, -1)).toBe(1);
  expect(neighbour(layout, squares, 1, -1)).toBe(1);
  expect(neighbour(layout, squares, 8, 1)).toBe(9);
  expect(neighbour(layout, squares, 9, 1)).toBe(9);
});

test('a panorama leaves room for others', () => {
  expect(shownRatio(30)).toBe(4);
  expect(shownRatio(0.01)).toBe(0.4);
});

describe('200,000 pictures', () => {
  let state = 42;
  const chance = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  /** Mostly as cameras make them, on their side one time in four, and some strips and panoramas. */
  const shapes = Float32Array.from({ length: 200_000 }, () => {
    const ratio = [1.5, 1.5, 1.33, 1.78, 1][Math.floor(chance() * 5)] ?? 1;
    if (chance() < 0.01) return chance() < 0.5 ? 12 : 0.08;
    return chance() < 0.25 ? 1 / ratio : ratio;
  });
  const screens = [
    { width: 366, height: 700, rowHeight: 120 },
    { width: 980, height: 800, rowHeight: 190 },
    { width: 2560, height: 1300, rowHeight: 120 },
  ];
  const gap = 6;
  const rowsOf = ({ rows }: GridLayout): number[] => Array.from({ length: rows }, (_, row) => row);

  test.each(screens)('fill $width pixels row by row, none over another and none left out', ({ width, rowHeight }) => {
    const layout = layOut(shapes, { width, rowHeight, gap });
    const { starts, tops, heights, rows } = layout;
    const tiles = rowsOf(layout).map((row) => tilesOf(layout, shapes, row));
    expect(tiles.flat().every(({ at }, place) => at === place)).toBe(true);
    expect([starts[0], starts[rows], tiles.flat().length]).toEqual([0, 200_000, 200_000]);
    const right = (row: number): number => (tiles[row]?.at(-1)?.left ?? 0) + (tiles[row]?.at(-1)?.width ?? 0);
    expect(rowsOf(layout).filter((row) => row < rows - 1 && Math.abs(right(row) - width) > 0.01)).toEqual([]);
    const touches = tiles.flatMap((some) =>
      some.filter(({ left, width: wide }, n) => {
        const next = some[n + 1];
        return next !== undefined && next.left < left + wide + gap - 0.01;
      }),
    );
    expect(touches).toEqual([]);
    const under = (row: number): number => (tops[row] ?? 0) + (heights[row] ?? 0) + gap;
    expect(rowsOf(layout).filter((row) => Math.abs(under(row) - (tops[row + 1] ?? 0)) > 0.01)).toEqual([]);
  });

  test.each(screens)('of which a page of $width pixels draws what is in sight, wherever it is scrolled', (screen) => {
    const layout = layOut(shapes, { ...screen, gap });
    const { tops, heights, starts } = layout;
    const stops = Array.from({ length: 2001 }, (_, n) => ((layout.height - screen.height) * n) / 2000);
    const drawn = stops.map((top) => {
      const [first, last] = rowsAround(layout, { top, height: screen.height });
      const isCovered =
        (tops[first] ?? 0) <= top && (tops[last] ?? 0) + (heights[last] ?? 0) + gap >= top + screen.height - 0.01;
      return { isCovered, rows: last - first + 1, tiles: (starts[last + 1] ?? 0) - (starts[first] ?? 0) };
    });
    expect(drawn.filter(({ isCovered }) => !isCovered)).toEqual([]);
    // 600 pixels above and below, in rows of which none is lower than half of what is wanted
    const most = Math.ceil((screen.height + 1200) / (screen.rowHeight / 2)) + 1;
    expect(Math.max(...drawn.map(({ rows }) => rows))).toBeLessThanOrEqual(most);
    expect(Math.max(...drawn.map(({ tiles }) => tiles))).toBeLessThan(700);
    expect(Math.min(...drawn.map(({ tiles }) => tiles))).toBeGreaterThan(5);
  });
});

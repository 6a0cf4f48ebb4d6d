import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut, neighbour, rowAt, rowOf, shownRatio, tilesOf } from './grid-layout.ts';

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

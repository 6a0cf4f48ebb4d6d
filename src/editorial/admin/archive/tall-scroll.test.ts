import { describe, expect, test } from 'vitest';
import { layOut, rowsAround } from './grid-layout.ts';
import { tallScroll } from './tall-scroll.ts';

const sight = 700;

describe('what a browser can lay out', () => {
  test('is scrolled pixel by pixel', () => {
    const scroll = tallScroll(9_000_000, sight);
    expect([scroll.height, scroll.seenAt(4711), scroll.barAt(4711)]).toEqual([9_000_000, 4711, 4711]);
  });
  test('is scrolled so too where it is less than a screen', () => {
    const scroll = tallScroll(300, sight);
    expect([scroll.height, scroll.seenAt(0)]).toEqual([300, 0]);
  });
});

describe('two hundred thousand pictures on a telephone, each as wide as it is', () => {
  const layout = layOut(new Float32Array(200_000).fill(1.5), { width: 380, rowHeight: 300, gap: 6 });
  const scroll = tallScroll(layout.height, sight);
  const lowest = scroll.height - sight;

  test('are taller than any browser lays out, and what is laid out is not', () => {
    expect(layout.height).toBeGreaterThan(33_500_000);
    expect(scroll.height).toBeLessThan(17_800_000);
  });
  test('are all reached by the bar, from the first to the last', () => {
    expect(rowsAround(layout, { top: scroll.seenAt(0), height: sight })[0]).toBe(0);
    const [, last] = rowsAround(layout, { top: scroll.seenAt(lowest), height: sight });
    expect(last).toBe(layout.rows - 1);
    expect(scroll.seenAt(lowest) + sight).toBeCloseTo(layout.height);
  });
  test('are found where the bar is put for them', () => {
    for (const row of [0, 1, 77_777, 199_000]) {
      const top = layout.tops[row] ?? 0;
      expect(scroll.seenAt(scroll.barAt(top))).toBeCloseTo(top);
      expect(scroll.barAt(top)).toBeLessThanOrEqual(lowest);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropAround, cropFault, fractionsOf, type Part, type Shape, shapes } from '#media/crops/crops.ts';
import { corners, directionOf, moveTo, numbers, resizeTo, stepOf, widthAfterKey, withNumber } from './crop-edit.ts';

const side = fc.integer({ min: 1, max: 12_000 });
const far = fc.oneof(fc.integer({ min: -20_000, max: 20_000 }), fc.constant(Number.NaN));
type Act = (shape: Shape, part: Part, size: { width: number; height: number }) => Part;
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(far, far).map(
    ([x, y]): Act =>
      (_, part, size) =>
        moveTo(part, x, y, size),
  ),
  fc.tuple(fc.constantFrom(...corners), far).map(
    ([corner, width]): Act =>
      (shape, part, size) =>
        resizeTo(shape, part, corner, width, size),
  ),
  fc.tuple(fc.constantFrom(...numbers), far).map(
    ([name, value]): Act =>
      (shape, part, size) =>
        withNumber(shape, part, name, value, size),
  ),
);

it('whatever hands do to a crop, it stays one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...shapes),
      side,
      side,
      fc.array(act, { maxLength: 12 }),
      (shape, width, height, acts) => {
        const size = { width, height };
        let part = cropAround(shape, size, [0.3, 0.6]);
        for (const one of acts) {
          part = one(shape, part, size);
          expect(Object.values(part).every(Number.isInteger)).toBe(true);
          expect(cropFault(shape, fractionsOf(part, size), size)).toBe(null);
        }
      },
    ),
    { numRuns: 500 },
  );
});

describe('a crop of 800 × 450 in a picture of 3000 × 2000', () => {
  const size = { width: 3000, height: 2000 };
  const part = { x: 100, y: 200, width: 800, height: 450 };
  it.each([
    ['moves', moveTo(part, 120, 190, size), { ...part, x: 120, y: 190 }],
    ['stops at the edges', moveTo(part, 9000, -5, size), { ...part, x: 2200, y: 0 }],
    [
      'grows from its lower right',
      resizeTo('16:9', part, 'se', 1600, size),
      { x: 100, y: 200, width: 1600, height: 900 },
    ],
    ['grows from its upper left', resizeTo('16:9', part, 'nw', 880, size), { x: 20, y: 155, width: 880, height: 495 }],
    [
      'grows no further than to the edge',
      resizeTo('16:9', part, 'nw', 5000, size),
      { x: 0, y: 144, width: 900, height: 506 },
    ],
    [
      'shrinks no further than may be',
      resizeTo('16:9', part, 'se', 1, size),
      { x: 100, y: 200, width: 178, height: 100 },
    ],
    ['takes a height', withNumber('16:9', part, 'height', 900, size), { x: 100, y: 200, width: 1600, height: 900 }],
  ])('%s', (_, after, expected) => expect(after).toEqual(expected));

  it('goes by keys, and further with Shift', () => {
    expect([stepOf(size, false), stepOf(size, true), stepOf({ width: 9, height: 9 }, false)]).toEqual([15, 150, 1]);
    expect([directionOf('ArrowUp'), directionOf('Enter')]).toEqual([[0, -1], null]);
    expect(widthAfterKey(part, 'se', [1, 0], 15)).toBe(815);
    expect(widthAfterKey(part, 'nw', [1, 0], 15)).toBe(785);
    expect(widthAfterKey(part, 'ne', [0, -1], 15)).toBe(815);
  });
});

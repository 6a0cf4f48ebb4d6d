import { expect, test } from 'vitest';
import { openPace } from './pace.ts';

/** When each piece of this many bytes is read by somebody who reads as soon as they may. */
const moments = (pieces: readonly number[], rate: number, pause = 0): number[] => {
  const pace = openPace(rate);
  let now = 0;
  return pieces.map((bytes, index) => {
    if (index === 3) now += pause;
    now += pace.delayFor(bytes, now);
    return now;
  });
};

test('pieces are read at the rate, whatever their sizes', () => {
  expect(moments([100, 100, 50, 200, 10], 100)).toEqual([0, 1000, 2000, 2500, 4500]);
});

test('a rest is not made up for', () => {
  expect(moments([100, 100, 100, 100, 100, 100], 100, 60_000)).toEqual([0, 1000, 2000, 62_000, 63_000, 64_000]);
});

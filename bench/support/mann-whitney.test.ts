import { expect, it } from 'vitest';
import { mannWhitney } from './mann-whitney.ts';

it('is nothing for samples that are the same, in whatever order', () => {
  expect(mannWhitney([1, 2, 3, 4], [4, 3, 2, 1])).toBe(0);
  expect(mannWhitney([5, 5, 5], [5, 5, 5])).toBe(0);
});

it('has the sign of the sample that is larger', () => {
  expect(mannWhitney([10, 11, 12], [1, 2, 3])).toBeGreaterThan(0);
  expect(mannWhitney([1, 2, 3], [10, 11, 12])).toBeLessThan(0);
});

it('agrees with a worked example with ties', () => {
  // U = 1.5 of m = 4 and n = 5 with one pair of equal values: mean 10, variance 4 · 5 / 12 · (10 − 6 / 72)
  const z = mannWhitney([1, 2, 3, 6], [3, 7, 8, 9, 10]);
  expect(z).toBeCloseTo((1.5 - 10) / Math.sqrt((20 / 12) * (10 - 6 / 72)), 10);
});

it('sees a shift of a twentieth of the spread in two thousand samples, and none where there is none', () => {
  const sample = (shift: number) => Array.from({ length: 2000 }, (_, n) => ((n * 7919) % 2000) / 2000 + shift);
  expect(Math.abs(mannWhitney(sample(0), sample(0)))).toBeLessThan(0.01);
  expect(Math.abs(mannWhitney(sample(0), sample(0.05)))).toBeGreaterThan(3.29);
});

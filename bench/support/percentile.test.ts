import { expect, it } from 'vitest';
import { percentile } from './percentile.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => n - index);

it('is the value that so large a share does not exceed', () => {
  expect(percentile(upTo(200), 0.5)).toBe(100);
  expect(percentile(upTo(200), 0.99)).toBe(198);
  expect(percentile([10, 2, 1], 0.5)).toBe(2);
});

it('is the worst of a few', () => {
  expect(percentile(upTo(20), 0.99)).toBe(20);
  expect(percentile([7], 0.99)).toBe(7);
});

it('is nothing where nothing was measured', () => expect(percentile([], 0.5)).toBeNaN());

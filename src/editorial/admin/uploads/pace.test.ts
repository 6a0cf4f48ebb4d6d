import { expect, test } from 'vitest';
import { openPace, waitBefore } from './pace.ts';

test('the rate is that of lately, and nothing before there is any', () => {
  const pace = openPace();
  expect(pace.rate()).toBe(0);
  for (let second = 0; second <= 60; second += 1) pace.note(second * 1000, second * 1000);
  expect(pace.rate()).toBeCloseTo(1000);
  for (let second = 61; second <= 80; second += 1) pace.note(60_000, second * 1000);
  expect(pace.rate()).toBe(0);
});

test('tries go on for ever, a minute apart at most', () => {
  expect([0, 1, 3, 6, 1000].map(waitBefore)).toEqual([1000, 2000, 8000, 60_000, 60_000]);
});

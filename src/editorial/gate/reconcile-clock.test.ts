import { expect, it } from 'vitest';
import { openReconcileClock } from './reconcile-clock.ts';

it('begins at once, and then again some time after the end', () => {
  const clock = openReconcileClock(1000);
  expect(clock.isDue(0)).toBe(true);
  clock.began(0);
  expect(clock.isDue(5000)).toBe(false);
  clock.ended(10);
  expect([clock.isDue(1009), clock.isDue(1010)]).toEqual([false, true]);
});

it('takes no more than a twentieth of the time', () => {
  const clock = openReconcileClock(1000);
  clock.began(0);
  clock.ended(500);
  expect([clock.isDue(10_499), clock.isDue(10_500)]).toEqual([false, true]);
});

it('begins again at once when it broke off', () => {
  const clock = openReconcileClock(1000);
  clock.began(0);
  clock.broke();
  expect(clock.isDue(1)).toBe(true);
});

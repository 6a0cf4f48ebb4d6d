import { expect, test } from 'vitest';
import { backgroundRate, dueBefore, promisedMs } from './due.ts';

const day = 24 * 60 * 60 * 1000;
const now = new Date('2026-11-26T00:00:00Z');

test('a master is due when it was not looked at for ninety days', () => {
  expect(promisedMs).toBe(90 * day);
  expect(dueBefore('promised', now)).toEqual(new Date('2026-08-28T00:00:00Z'));
});

test.each([
  ['an empty archive', 0],
  ['a small one', 3e9],
  ['4 TB', 4e12],
  ['400 TB', 4e14],
])('%s is read in the background fast enough that the promise holds, though only half of each day', (_, bytes) => {
  const takenUp = now.getTime() - dueBefore('background', now).getTime();
  const readMs = (bytes / backgroundRate(bytes)) * 1000;
  expect(takenUp + 2 * readMs).toBeLessThanOrEqual(promisedMs);
});

test('the background reads no faster than it must', () => {
  expect(backgroundRate(4e12)).toBeLessThan(4e6);
});

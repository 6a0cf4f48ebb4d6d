import fc from 'fast-check';
import { expect, test } from 'vitest';
import { someLine } from '../../../../test/support/arbitrary-audit-content.ts';
import { isNew, note, type StationsSeen, takeGaps } from './stations-seen.ts';

const now = new Date('2026-11-27T10:00:00Z');
const later = new Date(now.getTime() + 60_000);
const lineOf = (count: number, voided: string | null = null, station = 's') => ({
  ...someLine,
  station,
  count,
  voided,
});

const seenAfter = (...lines: ReturnType<typeof lineOf>[]): StationsSeen => {
  const all: StationsSeen = {};
  for (const line of lines) note(all, line, now);
  return all;
};
const gaps = (all: StationsSeen) => takeGaps(all, later, later).map(({ from, to }) => [from, to]);

test('lines in any order leave no gap, and none is taken in twice', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 }), (counts) => {
      const all: StationsSeen = {};
      for (const count of counts) {
        expect(isNew(all, lineOf(count))).toBe(true);
        note(all, lineOf(count), now);
        expect(isNew(all, lineOf(count))).toBe(false);
      }
      expect(gaps(all)).toEqual([]);
    }),
  );
});

test('a number that does not come is told once, and taken in all the same when it comes after all', () => {
  const all = seenAfter(lineOf(1), lineOf(5));
  expect(takeGaps(all, now, later)).toEqual([]);
  expect(gaps(all)).toEqual([[2, 4]]);
  expect(gaps(all)).toEqual([]);
  expect(isNew(all, lineOf(3))).toBe(true);
});

test('a process whose first lines are not there is missed too', () => {
  expect(gaps(seenAfter(lineOf(3)))).toEqual([[1, 2]]);
});

test('numbers of acts that did not come about are missed by nobody; those beside them are', () => {
  const all = seenAfter(lineOf(1), lineOf(9, '3-4,7'));
  expect(gaps(all)).toEqual([
    [2, 2],
    [5, 6],
    [8, 8],
  ]);
  expect(isNew(all, lineOf(7))).toBe(true);
});

test('each process has numbers of its own', () => {
  const all = seenAfter(lineOf(1), lineOf(2, null, 'other'));
  expect(takeGaps(all, later, later)).toEqual([{ station: 'other', from: 1, to: 1, noticedAt: later.toISOString() }]);
});

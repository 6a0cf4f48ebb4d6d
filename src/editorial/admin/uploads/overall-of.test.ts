import { expect, test } from 'vitest';
import { overallOf } from './overall-of.ts';
import type { Item, ItemState } from './queue.ts';
import { timeLeft } from './time-left.ts';

type Group = readonly [count: number, state: ItemState, sent: number];
const items = (...groups: readonly Group[]): Item[] =>
  groups.flatMap(([count, state, sent]) =>
    Array.from({ length: count }, () => ({ state, sent, size: 1_000_000 }) as Item),
  );
const mixed = items(
  ...([
    [300, 'done', 1_000_000],
    [4, 'refused', 1_000_000],
    [6, 'failed', 250_000],
    [3, 'sending', 500_000],
    [187, 'waiting', 0],
  ] as const),
);

test('of 500 files: those that are over, those that failed, bytes of all, and the time that the rest takes', () => {
  const { seconds, ...standing } = overallOf({ items: mixed, rate: 50_000 });
  expect(standing).toEqual({ over: 304, failed: 6, size: 500_000_000, sent: 307_000_000, isOver: false });
  expect(seconds).toBe(3860);
  expect(timeLeft(seconds ?? 0, 'vi')).toBe('65 phút');
});

test('no time is told where none is known, and where nothing is left', () => {
  expect(overallOf({ items: mixed, rate: 0 }).seconds).toBeNull();
  const over = items([499, 'done', 1_000_000], [1, 'refused', 1_000_000]);
  expect(overallOf({ items: over, rate: 50_000 })).toMatchObject({ isOver: true, over: 500, seconds: null });
  // What failed goes on when somebody says so: a batch with such a file is not over
  expect(overallOf({ items: items([499, 'done', 1_000_000], [1, 'failed', 0]), rate: 0 }).isOver).toBe(false);
});

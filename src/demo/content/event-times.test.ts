import { expect, test } from 'vitest';
import { eventTimes } from './event-times.ts';

const iso = (begins: { day: number; time: string }, ends: { day: number; time: string }, now: string) => {
  const { startsAt, endsAt } = eventTimes({ begins, ends }, new Date(now));
  return [startsAt.toISOString(), endsAt.toISOString()];
};

test('days are counted from the day that it is in Ho Chi Minh City, not in UTC', () => {
  const times = [
    { day: 0, time: '08:00' },
    { day: 1, time: '00:30' },
  ] as const;
  expect(iso(times[0], times[1], '2026-03-01T18:00:00Z')).toEqual([
    '2026-03-02T01:00:00.000Z',
    '2026-03-02T17:30:00.000Z',
  ]);
  expect(iso(times[0], times[1], '2026-03-01T16:59:59Z')).toEqual([
    '2026-03-01T01:00:00.000Z',
    '2026-03-01T17:30:00.000Z',
  ]);
});

test('past days are negative', () => {
  expect(iso({ day: -1, time: '20:00' }, { day: 0, time: '06:00' }, '2026-01-01T03:00:00Z')).toEqual([
    '2025-12-31T13:00:00.000Z',
    '2025-12-31T23:00:00.000Z',
  ]);
});

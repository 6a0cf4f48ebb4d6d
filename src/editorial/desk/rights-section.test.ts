import { expect, test } from 'vitest';
import { noticeFor } from './rights-section.ts';

const now = new Date('2026-06-01T08:00:00.000Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString();

test.each([
  [61, null],
  [60, 60],
  [30.001, 60],
  [30, 30],
  [7.5, 30],
  [7, 7],
  [0.001, 7],
  [0, null],
  [-3, null],
])('an end in %d days calls for the notice of %s', (days, notice) => {
  expect(noticeFor(inDays(days), now)).toBe(notice);
});

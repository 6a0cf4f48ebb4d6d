import { expect, it } from 'vitest';
import { isSameWhole, partOf } from './range.ts';

it('is a part of the whole, from either end', () => {
  expect(partOf('bytes=0-3', 10)).toEqual({ first: 0, last: 3 });
  expect(partOf('bytes=4-', 10)).toEqual({ first: 4, last: 9 });
  expect(partOf('bytes=4-99', 10)).toEqual({ first: 4, last: 9 });
  expect(partOf('bytes=-3', 10)).toEqual({ first: 7, last: 9 });
  expect(partOf('bytes=-99', 10)).toEqual({ first: 0, last: 9 });
});

it('beyond the end cannot be had', () => {
  for (const header of ['bytes=10-', 'bytes=99-100', 'bytes=-0']) expect(partOf(header, 10)).toBe('unsatisfiable');
});

it('that is several, backwards or nonsense is passed over', () => {
  for (const header of ['bytes=0-1,3-4', 'bytes=5-2', 'bytes=-', 'lines=0-1', 'bytes=a-b', ''])
    expect(partOf(header, 10), header).toBeNull();
});

it('holds only for the very bytes that the client has a part of', () => {
  const date = 'Thu, 01 Jan 2026 00:00:00 GMT';
  const same = (ifRange: string | undefined) => isSameWhole(ifRange, '"a"', Date.parse(date));
  expect([undefined, '"a"', date].map(same)).toEqual([true, true, true]);
  expect(['"b"', 'W/"a"', 'Thu, 01 Jan 2026 00:00:01 GMT'].map(same)).toEqual([false, false, false]);
});

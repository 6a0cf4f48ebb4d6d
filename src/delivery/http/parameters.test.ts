import { describe, expect, it } from 'vitest';
import { from, limit, partialDate, until } from './parameters.ts';

describe('a moment', () => {
  it('may be a day of the city or an instant', () => {
    expect(from('').parse('2026-03-01')).toBe('2026-02-28T17:00:00.000Z');
    expect(until('').parse('2026-03-01')).toBe('2026-03-01T17:00:00.000Z');
    expect(until('').parse('2026-03-01T08:00:00+07:00')).toBe('2026-03-01T01:00:00.000Z');
    expect(from('').parse('2026-03-01t08:00:00.123456789z')).toBe('2026-03-01T08:00:00.123Z');
    expect(from('').parse('2016-12-31T23:59:60Z')).toBe('2016-12-31T23:59:59.000Z');
  });

  it('has to exist', () => {
    for (const text of [
      '2026-02-30',
      '2026-13-01',
      '2026-2-1',
      '',
      '0',
      '2026-02-30T00:00:00Z',
      '2026-01-01T25:00:00Z',
      '2026-01-01T08:00Z',
      '2026-01-01T08:60:00Z',
      '2026-01-01T08:00:00',
    ])
      expect(from('').safeParse(text).success).toBe(false);
  });

  it('stays within four digits of a year', () => {
    expect(until('').parse('9999-12-31')).toBe('9999-12-31T00:00:00.000Z');
    expect(from('').parse('0000-01-01')).toBe('0000-01-01T00:00:00.000Z');
  });
});

describe('a partial date', () => {
  it('may end at the year or month but has to exist', () => {
    for (const text of ['2018', '2018-05', '2018-05-19']) expect(partialDate('').parse(text)).toBe(text);
    for (const text of ['18', '2018-5', '2018-13', '2018-02-30'])
      expect(partialDate('').safeParse(text).success).toBe(false);
  });
});

describe('a limit', () => {
  it('is a whole number from 1 to 100, 20 when unsaid', () => {
    expect(limit.parse(undefined)).toBe(20);
    expect(limit.parse('100')).toBe(100);
    for (const text of ['0', '101', '1e1', '0x10', ' 5', '', '-1', '1.0', '٣'])
      expect(limit.safeParse(text).success).toBe(false);
  });
});

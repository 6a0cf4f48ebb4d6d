import { expect, test } from 'vitest';
import { cityField, fromCityField, momentInCity } from './city-time.ts';

test('what a field says is the time of the city, whatever clock the machine has', () => {
  expect(fromCityField('2026-12-01T09:00')).toBe('2026-12-01T02:00:00.000Z');
  expect(cityField('2026-12-01T02:00:00.000Z')).toBe('2026-12-01T09:00');
  expect(cityField('2026-11-30T17:30:00.000Z')).toBe('2026-12-01T00:30');
});

test('what no field can say is no moment', () => {
  expect(fromCityField('')).toBeNull();
  expect(fromCityField('2026-02-30T09:00')).toBeNull();
});

test('a moment is told by the clock of the city', () => {
  expect(momentInCity('2026-12-01T02:00:00.000Z', 'vi')).toBe('09:00 ngày 01/12/2026');
  expect(momentInCity('2026-11-30T17:30:00.000Z', 'en')).toBe('1 December 2026 at 00:30');
});

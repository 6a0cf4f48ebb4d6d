import { expect, test } from 'vitest';
import { formatMoment, momentInWords } from './format-time.ts';

// Without a zone at its end, the machine's own: what a person sees is the time on their own clock.
const evening = '2026-11-25T21:05:00';

test('a list shows a moment in figures', () => {
  expect(formatMoment(evening, 'vi')).toBe('21:05 25/11/2026');
  expect(formatMoment(evening, 'fr')).toBe('25/11/2026 21:05');
});

test('a sentence holds a moment in words, as each language says it', () => {
  expect(momentInWords(evening, 'vi')).toBe('21:05 ngày 25/11/2026');
  expect(momentInWords(evening, 'en')).toBe('25 November 2026 at 21:05');
  expect(momentInWords(evening, 'fr')).toBe('25 novembre 2026 à 21:05');
  expect(momentInWords(evening, 'zh')).toBe('2026年11月25日 21:05');
});

test('the first of a month is « 1er » in French, and midnight is 00:05', () => {
  expect(momentInWords('2026-03-01T00:05:00', 'fr')).toBe('1er mars 2026 à 00:05');
  expect(momentInWords('2026-03-01T00:05:00', 'en')).toBe('1 March 2026 at 00:05');
});

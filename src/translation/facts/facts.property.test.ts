import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { compareFacts } from './compare.ts';
import { factsOf } from './facts.ts';

const values = (text: string, locale: StudioLocale): string[] => factsOf(text, locale).map(({ value }) => value);

const pieces = fc.constantFrom(
  ...['1', '23', '.', ',', ' ', '-', '/', ':', '%', '$', '€', 'đồng', 'triệu', 'tháng', 'ngày', 'năm', 'mười', 'lăm'],
  ...[
    'May',
    'juin',
    'quatre-vingt',
    'dix',
    'million',
    '年',
    '月',
    '日',
    '十',
    '五',
    '万',
    '亿',
    '点',
    'XIX',
    'e',
    '\u202f',
  ],
  ...['QĐ-UBND', '+84', '(0)', '@', '.vn', 'http://', 'a', 'ế', '\ud800', '\u0301', '７'],
);
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(pieces, { maxLength: 24 }).map((all) => all.join('')),
);

describe.each(studioLocales)('whatever is written in %s', (locale) => {
  test('is read without an error, and facts stand within it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end } of factsOf(text, locale)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('says the same composed and decomposed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(values(text.normalize('NFD'), locale)).toEqual(values(text.normalize('NFC'), locale));
      }),
      { numRuns: 300 },
    );
  });
});

test('a text of many facts is read to its end', () => {
  expect(factsOf('1 '.repeat(20_000), 'vi')).toHaveLength(20_000);
});

test('texts of many facts are compared to their end', () => {
  const many = Array.from({ length: 3000 }, (_, at) => `${at + 2} kg`).join('; ');
  const [source, target] = [factsOf(many, 'en'), factsOf(many.replace('7 kg;', '8 kg;'), 'fr')];
  expect(compareFacts(source, source)).toEqual({ other: [], lost: [], added: [] });
  const { other } = compareFacts(source, target);
  expect(other.map((pair) => [pair.source.value, pair.target.value])).toEqual([['7 kg', '8 kg']]);
});

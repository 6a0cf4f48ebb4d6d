import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { Content } from '../content.ts';
import { percentOf, similarity } from './similarity.ts';

const alike = (one: string, other: string, locale: StudioLocale): number =>
  percentOf(similarity([{ text: one }], [{ text: other }], locale));
const bold = (text: string): Content => [{ code: 'open', id: '1', kind: 'bold' }, { text }, { code: 'close', id: '1' }];

describe('percentages', () => {
  test.each<[StudioLocale, string, string, number]>([
    ['en', 'The market opens at six.', 'The market opens at six.', 100],
    ['en', 'The market  opens\nat six. ', 'The market opens at six.', 100],
    ['en', 'The market opens at six.', 'the market opens at six', 99],
    ['en', 'The market opens at six.', 'The old market opens at six.', 83],
    ['en', 'The market opens at six.', 'The bridge closes in May.', 20],
    ['en', 'Room 12 is free.', 'Room 14 is free.', 98],
    ['en', 'Room 12 is free.', 'Room is free.', 73],
    ['en', '10:30', '10:45', 0],
    ['en', '10:30', '10:30', 100],
    ['vi', 'Phố Hoà Bình'.normalize('NFD'), 'Phố Hòa Bình', 100],
    ['vi', 'Phố Hoà Bình', 'Phố Hoa Bình', 66],
    ['fr', 'L’hôtel de ville ouvre lundi', 'L’hôtel de ville ouvre mardi', 83],
    ['zh', '胡志明市举办国际旅游节', '胡志明市举办国际旅游节', 100],
    ['zh', '胡志明市举办国际旅游节', '胡志明市举办国际电影节', 80],
    ['zh', '胡志明市举办国际旅游节', '河内今天下雨', 0],
  ])('%s: %s | %s', (locale, one, other, percent) => {
    expect(alike(one, other, locale)).toBe(percent);
  });
});

test('a code that differs costs a point, and where it stands is not the same', () => {
  const [plain, marked] = [[{ text: 'The market opens' }], bold('The market opens')];
  expect(similarity(plain, marked, 'en')).toBeCloseTo(0.99);
  expect(similarity([...bold('The'), { text: ' market opens' }], marked, 'en')).toBeCloseTo(0.99);
  expect(similarity(marked, bold('The market opens'), 'en')).toBe(1);
});

const word = fc.constantFrom('a', 'b', 'c', 'd', '市', '人', '12', '7', ',', '. ', 'Hoà', 'hòa', '\u0301');
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const content: fc.Arbitrary<Content> = fc.oneof(
  text.map((one) => [{ text: one }]),
  fc.tuple(text, text).map(([one, other]) => [{ text: one }, ...bold(other)]),
);

test('it is between 0 and 1, the same both ways, and 1 for a segment with itself', () => {
  fc.assert(
    fc.property(content, content, fc.constantFrom(...studioLocales), (one, other, locale) => {
      const found = similarity(one, other, locale);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
      expect(similarity(other, one, locale)).toBe(found);
      expect(similarity(one, one, locale)).toBe(1);
    }),
    { numRuns: 500 },
  );
});

test('one more word never makes a text more like what it was', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 20 }), fc.nat(9), (words, more) => {
      const from = words.join(' ');
      const percent = (n: number) => alike(from, `${from}${' new'.repeat(n)}`, 'en');
      expect(percent(more + 1)).toBeLessThanOrEqual(percent(more));
    }),
  );
});

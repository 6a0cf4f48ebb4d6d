import { expect, test } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';
import { blockTexts } from './body-texts.ts';
import { plainText } from './inline.ts';
import { loadContent } from './load-content.ts';
import type { DocumentWords } from './schema/words.ts';

const { articles, events } = await loadContent();

/** Decades and times of day, which languages write each in their own way: `1930s`, `上世纪三十年代`, `6.30 p.m.`, `18 giờ 30`. */
const apart = /\b\d{4}s\b|années \d{4}|(?:những năm|thập niên) \d{4}|\d{1,2}\.\d{2} [ap]\.m\./gi;

/** A number without what sets its thousands apart, with a point before its decimals. */
const unified: Record<StudioLocale, (text: string) => string> = {
  vi: (text) => text.replace(/(?<=\d)\.(?=\d{3}(?!\d))/g, '').replace(/(?<=\d),(?=\d)/g, '.'),
  en: (text) => text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''),
  fr: (text) => text.replace(/(?<=\d)[\u202f\u00a0 ](?=\d{3}(?!\d))/g, '').replace(/(?<=\d),(?=\d)/g, '.'),
  zh: (text) => text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''),
};

/** Years, lengths, areas: numbers that no language spells out. Days and months stand in words here and in figures there. */
const factsOf = (locale: string, texts: readonly string[]): string[] => {
  const text = unified[locale as StudioLocale](texts.map(plainText).join('\n').replace(apart, ''));
  const numbers = text.match(/\d+(?:\.\d+)?/g) ?? [];
  return [...new Set(numbers.filter((number) => Number(number) > 31 || number.includes('.')))].sort();
};

const expectAgreement = (where: string, texts: readonly (readonly [locale: string, texts: readonly string[]])[]) => {
  const [first, ...others] = texts.map(([locale, parts]) => ({ locale, facts: factsOf(locale, parts) }));
  for (const { locale, facts } of others)
    expect(facts, `${where}: ${first?.locale} and ${locale}`).toEqual(first?.facts);
};

const isWhole = ({ state }: DocumentWords) => state === 'published';

test.each([...articles, ...events])('every language of $key tells the same years and figures', ({ key, words }) => {
  const languages = Object.entries(words).filter(([, each]) => isWhole(each));
  expectAgreement(
    `${key}, head`,
    languages.map(([locale, { title, summary }]) => [locale, [title, summary]] as const),
  );
  const lengths = new Set(languages.map(([, { body }]) => body.length));
  expect(lengths.size, key).toBeLessThanOrEqual(1);
  for (let index = 0; index < Math.max(0, ...lengths); index++)
    expectAgreement(
      `${key}, block ${index + 1}`,
      languages.map(([locale, { body }]) => [locale, body.slice(index, index + 1).flatMap(blockTexts)] as const),
    );
});

import { expect, test } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';
import { faults, goneUnits, otherNames } from '../../../test/support/typography.ts';
import { blockTexts } from './body-texts.ts';
import { plainText } from './inline.ts';
import { loadContent } from './load-content.ts';

const content = await loadContent();

interface Sample {
  readonly where: string;
  readonly locale: StudioLocale;
  readonly text: string;
}

const sample = (where: string, locale: string, text: string): Sample => ({
  where: `${where} (${locale})`,
  locale: locale as StudioLocale,
  text: plainText(text),
});

/** Everything that a person can read in the demo, by language. */
function allSamples(): Sample[] {
  const { articles, events, images, albums, places, topics, agencies } = content;
  const documents = [...articles, ...events].flatMap(({ key, words }) =>
    Object.entries(words).flatMap(([locale, { title, summary, body, reviewNote, rewrite }]) =>
      [title, summary, reviewNote, rewrite?.title, rewrite?.summary, ...body.flatMap(blockTexts)]
        .filter((text) => text !== undefined)
        .map((text) => sample(key, locale, text)),
    ),
  );
  const described = [...images, ...albums, ...places, ...topics, ...agencies].flatMap(({ key, words }) =>
    Object.entries(words).flatMap(([locale, texts]) =>
      Object.values<string>(texts).map((text) => sample(key, locale, text)),
    ),
  );
  return [...documents, ...described];
}

const samples = allSamples();

/** Samples of the given languages in which the pattern occurs, as `where: …found…`. */
const offences = (pattern: RegExp, ...locales: StudioLocale[]) =>
  samples
    .filter(({ locale, text }) => locales.includes(locale) && pattern.test(text))
    .map(({ where, text }) => `${where}: ${text.slice(Math.max(0, text.search(pattern) - 12)).slice(0, 40)}`);

test('every text is in NFC, without stray spaces or control characters', () => {
  expect(samples.filter(({ text }) => text !== text.normalize('NFC') || text !== text.trim())).toEqual([]);
  expect(offences(/[ \u00a0\u202f]{2}|\p{Cc}|\p{Cf}/u, 'vi', 'en', 'fr', 'zh')).toEqual([]);
});

test('quotation marks, apostrophes and ellipses are typographic', () => {
  expect(offences(/["'`]|\.\.\./, 'vi', 'en', 'fr', 'zh')).toEqual([]);
});

test('no notation is left over in what people read', () => {
  expect(offences(/\*|\]\(|^[-+#>|]|\[\[/, 'vi', 'en', 'fr', 'zh')).toEqual([]);
});

test('a space follows every mark of punctuation between words in Vietnamese, English and French', () => {
  expect(offences(/[,;!?…](?=\p{L})|[.:](?=\p{Lu})/u, 'vi', 'en', 'fr')).toEqual([]);
});

test('French has a narrow space before ; ! ? and within guillemets, a no-break space before the colon', () => {
  expect(offences(/[^\u202f][;!?»]|«(?!\u202f)/, 'fr')).toEqual([]);
  expect(offences(/[^\u00a0]:/, 'fr')).toEqual([]);
  expect(offences(/\s[,.)]|[“”]/, 'fr')).toEqual([]);
});

test('French numbers are kept together: narrow space between thousands, no-break space before units', () => {
  expect(offences(/\d \d{3}(?!\d)/, 'fr')).toEqual([]);
  expect(offences(/\d (km|m|m²|ha|h|°C|hectares)(?!\p{L})/u, 'fr')).toEqual([]);
});

test('French uses the native name of the city and its accents on capitals', () => {
  expect(offences(/Ho Chi Minh|Hồ Chí Minh-Ville|Ho-Chi-Minh|(?<!\p{L})A (la|le|l’)/u, 'fr')).toEqual([]);
});

test.each([...faults, ...otherNames, ...goneUnits])('nothing is set with $name', ({ languages, pattern }) => {
  expect(offences(pattern, ...languages)).toEqual([]);
});

test('Chinese has no space beside Latin letters and figures, ellipses of six dots, and no comma in numbers', () => {
  expect(offences(/\p{Script=Han} +[\p{Script=Latin}\d]|[\p{Script=Latin}\d] +\p{Script=Han}/u, 'zh')).toEqual([]);
  expect(offences(/(?<!…)…(?!…)|\d,\d{3}/, 'zh')).toEqual([]);
});

test('Vietnamese numbers have a comma before decimals and a point between thousands', () => {
  expect(offences(/\d\.\d{1,2}(?!\d)|(?<!\d)\d{5,}(?!\d)/, 'vi')).toEqual([]);
});

test('every Vietnamese and Chinese text is written in its own script', () => {
  const bare = samples.filter(
    ({ locale, text }) =>
      (locale === 'zh' && !/\p{Script=Han}|^[\d:]+$/u.test(text)) ||
      (locale === 'vi' &&
        text.length > 30 &&
        !/[àáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]/i.test(text.replace(/[ắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữự]/gi, 'ă'))),
  );
  expect(bare.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
});

test('titles and prose end as they should: titles without a full stop, summaries with one', () => {
  for (const { key, words } of [...content.articles, ...content.events])
    for (const [locale, { title, summary }] of Object.entries(words)) {
      expect(title, `${key} ${locale}`).not.toMatch(/[.。]$/);
      expect(summary, `${key} ${locale}`).toMatch(/[.。？?!！]$/);
    }
});

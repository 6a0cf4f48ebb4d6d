import type { PublicLocale } from '#languages/locales.ts';
import { type WrittenLocale, writtenAs, writtenLocales } from '#languages/locales.ts';
import type { LangText } from '../metadata/lang-text.ts';
import { rightsUses } from './effective-rights.ts';
import { territoryName } from './territories.ts';
import type { Usage } from './usage.ts';

/** Words that are needed, by their keys in `locales/<language>/viewer.json`. */
export const usageWordKeys = [
  'territories.only',
  'use.commercial',
  'use.print',
  'use.social',
  'use.web',
  'uses.allowed',
  'uses.excluded',
] as const;

/** Words of one language. */
export type UsageWords = Readonly<Record<(typeof usageWordKeys)[number], string>>;

const listed = (items: readonly string[], locale: PublicLocale): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);

/** Sentences of Chinese follow each other without a space. */
const sentences = (all: readonly string[], locale: PublicLocale): string =>
  all.join(writtenAs(locale) === 'zh-Hans' ? '' : ' ');

/** What is allowed and what is not, e.g. “Allowed: web and print. Not allowed: social media and commercial use.” */
export function usesText(uses: NonNullable<Usage['uses']>, words: UsageWords, locale: PublicLocale): string {
  const named = (of: readonly (typeof rightsUses)[number][]) =>
    listed(
      of.map((use) => words[`use.${use}`]),
      locale,
    );
  const excluded = rightsUses.filter((use) => !uses.includes(use));
  return sentences(
    [
      ...(uses.length > 0 ? [words['uses.allowed'].replace('{{uses}}', () => named(uses))] : []),
      ...(excluded.length > 0 ? [words['uses.excluded'].replace('{{uses}}', () => named(excluded))] : []),
    ],
    locale,
  );
}

/** The names of territories, as a list in a sentence. */
export const territoriesText = (territories: readonly string[], locale: PublicLocale): string =>
  listed(
    territories.map((one) => territoryName(one, locale)),
    locale,
  );

/** Characters for territories inside a file: a JPEG loses all that it says of its rights when that is too much (`deliveredXmp`). */
const mostInFile = 1000;

/** As many as there is room for: names, else codes, else the first of these; one that is left out is not allowed, so that nothing opens. */
function briefTerritories(territories: readonly string[], locale: PublicLocale): string {
  const [named, coded] = [territoriesText(territories, locale), territories.join(', ')];
  if (named.length <= mostInFile) return named;
  if (coded.length <= mostInFile) return coded;
  const end = coded.lastIndexOf(', ', mostInFile);
  return `${coded.slice(0, end)}…`;
}

/** How a picture may be used, in a language; null: nobody has limited it. */
export const usageText = (usage: Usage, words: UsageWords, locale: PublicLocale): string | null =>
  said(usage, words, locale, territoriesText);

function said(
  { uses, territories }: Usage,
  words: UsageWords,
  locale: PublicLocale,
  listOf: typeof territoriesText,
): string | null {
  const parts = [
    ...(uses ? [usesText(uses, words, locale)] : []),
    ...(territories ? [words['territories.only'].replace('{{territories}}', () => listOf(territories, locale))] : []),
  ];
  return parts.length > 0 ? sentences(parts, locale) : null;
}

/**
 * Terms of use for a file that leaves: what is written, and below it how it may be used. Where terms are written in some
 * languages, these alone are told: whoever reads another would otherwise not see what is written. Files speak the languages that
 * people write.
 */
export function termsWithUsage(
  terms: LangText,
  usage: Usage,
  words: Readonly<Record<WrittenLocale, UsageWords>>,
): Record<string, string> {
  const written = writtenLocales.filter((locale) => terms[locale]);
  const told = written.length > 0 ? written : writtenLocales;
  const below = told.flatMap((locale) => {
    const text = said(usage, words[locale], locale, briefTerritories);
    return text === null ? [] : [[locale, [terms[locale], text].filter(Boolean).join('\n')] as const];
  });
  return { ...terms, ...Object.fromEntries(below) };
}

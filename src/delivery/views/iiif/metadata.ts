import { type PublicLocale, publicLocales } from '#languages/locales.ts';
import { viewerWords } from '#locales/viewer-words.ts';
import { rightsCodeOf } from '#media/rights/rights.ts';
import { territoryName } from '#media/rights/territories.ts';
import type { Usage } from '#media/rights/usage.ts';
import { usesText } from '#media/rights/usage-text.ts';
import type { ImageRecord } from '#record/records.ts';
import type { ViewerWords } from '../../http/viewer-words.ts';
import { type EditionOf, serve } from '../../projection/in-force.ts';
import type { Lens } from '../lens.ts';
import { inLanguages, inNone, type LanguageMap } from './language-map.ts';

/** A line that a viewer shows beside a picture. */
export interface Line {
  readonly label: LanguageMap;
  readonly value: LanguageMap;
}

export type EditionsSeen = Readonly<Partial<Record<PublicLocale, EditionOf<ImageRecord>>>>;

/** What can be seen of a picture in each language at this moment. */
export const editionsSeen = (record: ImageRecord, now: string): EditionsSeen =>
  Object.fromEntries(
    publicLocales.flatMap((locale) => {
      const served = serve(record, [locale], now);
      return served ? [[locale, served.edition] as const] : [];
    }),
  );

/** The same text in every language that has it stands once, for no language in particular. */
export const sharedText = (editions: EditionsSeen, field: 'credit' | 'creator' | 'date'): LanguageMap | null => {
  const texts = new Set(Object.values(editions).map((edition) => edition[field] ?? ''));
  const [only = ''] = texts;
  return texts.size === 1 ? inNone(only) : inLanguages((locale) => editions[locale]?.[field] ?? null);
};

/** Names of other documents, each in the languages that it has. */
const names = (ids: Iterable<string>, lens: Lens): LanguageMap | null => {
  const records = [...new Set(ids)].flatMap((id) => lens.record(id) ?? []);
  return inLanguages((locale) => records.flatMap((each) => serve(each, [locale], lens.now)?.edition.title ?? []));
};

/** What a picture may be used for and where, in all languages; no line where nobody has limited it. */
export const usageLines = ({ uses, territories }: Usage, words: ViewerWords): Line[] => {
  const lines = {
    uses: uses && inLanguages((locale) => usesText(uses, viewerWords[locale], locale)),
    territories: territories && inLanguages((locale) => territories.map((one) => territoryName(one, locale))),
  } as const;
  return Object.entries(lines).flatMap(([name, value]) =>
    value ? [{ label: words.label(name as keyof typeof lines), value }] : [],
  );
};

/** The lines of a picture: who made it and when, what it shows, and how it may be used. Lines without a value are left out. */
export const linesOf = (editions: EditionsSeen, rights: string, words: ViewerWords, lens: Lens): Line[] => {
  const all = Object.values(editions);
  const code = rightsCodeOf(rights);
  const lines = {
    creator: sharedText(editions, 'creator'),
    date: sharedText(editions, 'date'),
    places: names(
      all.flatMap(({ places }) => places),
      lens,
    ),
    topics: names(
      all.flatMap(({ topics }) => topics),
      lens,
    ),
    agency: names(
      all.flatMap(({ agency }) => agency ?? []),
      lens,
    ),
    rights: code && words.rights(code),
  } as const;
  return Object.entries(lines).flatMap(([name, value]) =>
    value ? [{ label: words.label(name as keyof typeof lines), value }] : [],
  );
};

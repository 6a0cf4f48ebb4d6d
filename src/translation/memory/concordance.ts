import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '../content.ts';
import type { LanguageIndex } from './language-index.ts';
import type { MemoryParts, SeesSeal } from './parts.ts';
import { fittingWords, type Phrase, type Place, phraseIn, phraseOf, placesOf } from './phrase.ts';
import type { MemoryUnit } from './unit.ts';

/** A word or a phrase, and the language in which it is looked for. */
export interface Concordance {
  readonly phrase: string;
  readonly from: StudioLocale;
  /** Language in which the translation is wanted. */
  readonly to: StudioLocale;
  readonly sees: SeesSeal;
  /** Longest answer, 50 unless told. */
  readonly most?: number;
}

export interface Occurrence {
  readonly unit: MemoryUnit;
  /** Whether it stands there as it was typed, with its marks. */
  readonly exact: boolean;
  readonly source: Content;
  readonly target: Content;
  /** Where it stands in the plain text of the source. */
  readonly places: readonly Place[];
}

const usual = 50;

interface Found {
  readonly unit: number;
  readonly fits: number;
  readonly at: number;
}

/** Words of the place of a phrase that the fewest texts have. */
const rarest = (language: LanguageIndex, fitting: readonly ReadonlyMap<number, number>[]): number[] => {
  const sets = fitting.map((words) => [...words.keys()]);
  return sets.reduce((best, words) => (language.count(words) < language.count(best) ? words : best), sets[0] ?? []);
};

const candidates = (parts: MemoryParts, phrase: Phrase, { from, to, sees }: Concordance): Found[] => {
  const [theirs, ours] = [parts.languages[from], parts.languages[to]];
  const seen = parts.seen(sees);
  const fitting = fittingWords(phrase, theirs.vocabulary);
  const found: Found[] = [];
  const isAsked = (unit: number): boolean => seen(unit) && ours.has(unit);
  theirs.having(rarest(theirs, fitting), isAsked, (unit, words) => {
    const fits = phraseIn(fitting, words);
    if (fits > 0) found.push({ unit, fits, at: parts.at(unit) });
  });
  return found.sort((one, other) => other.fits - one.fits || other.at - one.at);
};

/** Segments in which a phrase stands. Empty where there is no word to look for. */
export const findPhrase = (parts: MemoryParts, asked: Concordance): Occurrence[] => {
  const { from, to, most = usual } = asked;
  const phrase = phraseOf(asked.phrase);
  if (phrase.words.length === 0) return [];
  // The same text with the same translation tells nothing new: the newest stands for all of them
  const known = new Set<string>();
  const found: Occurrence[] = [];
  for (const { unit: row, fits } of candidates(parts, phrase, asked)) {
    if (found.length >= most) break;
    const key = `${parts.languages[from].spelling(row)} ${parts.languages[to].spelling(row)}`;
    if (known.has(key)) continue;
    known.add(key);
    const unit = parts.read(row);
    const [source, target] = [unit?.texts[from]?.content, unit?.texts[to]?.content];
    if (!unit || !source || !target) continue;
    found.push({ unit, exact: fits === 2, source, target, places: placesOf(phrase, plainText(source)) });
  }
  return found;
};

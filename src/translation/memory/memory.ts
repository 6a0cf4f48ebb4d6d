import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { plainText } from '../content.ts';
import { type Concordance, findPhrase, type Occurrence } from './concordance.ts';
import { hashOf } from './hash.ts';
import { type LanguageIndex, openLanguageIndex } from './language-index.ts';
import { openNumbers } from './numbers.ts';
import type { MemoryParts, ReadUnit, SeesSeal } from './parts.ts';
import { spellingOfContent } from './similarity.ts';
import { type Suggested, type Suggestion, suggest } from './suggest.ts';
import { comparedWords } from './tokens.ts';
import { type MemoryUnit, neighboursOf, placeOf } from './unit.ts';

/**
 * Translation memory as it is asked. It holds words as numbers and no text; whoever keeps the units gives each a number of its own.
 * A unit is found from each of its languages into each of the others. Units that the asker may not know of are left out before
 * anything is compared, put in order or cut off: an answer is the same as if they were not there.
 */
export interface MemoryIndex {
  /** Puts a unit, in place of the one that had this number. */
  put(row: number, unit: MemoryUnit): void;
  remove(row: number): void;
  /** Segments that say nearly the same, the best first. */
  suggest(asked: Suggested): Suggestion[];
  /** Segments in which a word or a phrase stands: as it was typed first, then without its marks; the newest first. */
  concordance(asked: Concordance): Occurrence[];
}

const marksOf = (unit: MemoryUnit, locale: StudioLocale) => {
  const text = unit.texts[locale];
  const around = { ...text, document: unit.document };
  const [neighbours, place] = [neighboursOf(around), placeOf(around)];
  return {
    spelling: hashOf(spellingOfContent(text?.content ?? [])),
    neighbours: neighbours === null ? 0 : hashOf(neighbours),
    place: place === null ? 0 : hashOf(place),
  };
};

/** Seals by number, so that a clearance is asked once for each and not for each unit. */
const openSeals = () => {
  const numbers = new Map<string, number>();
  const codes = openNumbers();
  return {
    set: (row: number, seal: string): void => {
      const code = numbers.get(seal) ?? numbers.set(seal, numbers.size).size - 1;
      codes.set(row, code);
    },
    seen: (sees: SeesSeal): ((row: number) => boolean) => {
      const open = Uint8Array.from(numbers.keys(), (seal) => (sees(seal) ? 1 : 0));
      return (row) => open[codes.get(row)] === 1;
    },
  };
};

export const openMemoryIndex = (read: ReadUnit): MemoryIndex => {
  const languages = Object.fromEntries(studioLocales.map((locale) => [locale, openLanguageIndex()])) as Record<
    StudioLocale,
    LanguageIndex
  >;
  const seals = openSeals();
  const moments = openNumbers();
  const parts: MemoryParts = { languages, read, at: moments.get, seen: seals.seen };
  return {
    put: (row, unit) => {
      seals.set(row, unit.seal);
      moments.set(row, Math.max(0, Math.floor(Date.parse(unit.at) / 1000)) || 0);
      for (const locale of studioLocales) {
        const text = unit.texts[locale];
        if (text === undefined) languages[locale].remove(row);
        else languages[locale].put(row, comparedWords(plainText(text.content)), marksOf(unit, locale));
      }
    },
    remove: (row) => {
      for (const locale of studioLocales) languages[locale].remove(row);
    },
    suggest: (asked) => suggest(parts, asked),
    concordance: (asked) => findPhrase(parts, asked),
  };
};

import type { StudioLocale } from '#languages/locales.ts';
import type { Concept, TermForm } from './concept.ts';
import { type Standing, standingOn } from './standing.ts';
import { root, type TermIndex, type WordTree } from './term-index.ts';
import { type LetterCase, singularsOf, type Token, tokensOf } from './tokens.ts';

/** A name that stands in a text. */
export interface TermHit {
  readonly concept: Concept;
  readonly form: TermForm;
  /** How the form stands on the day that was asked about. */
  readonly standing: Standing;
  /** UTF-16 units of the text as it came. */
  readonly start: number;
  readonly end: number;
}

interface Found extends TermHit {
  /** Words of the text that are written exactly like the form: capitals, and no plural. */
  readonly exact: number;
}

/** Small letters of a form stand for any; a capital stands for capitals alone, so that `WHO` is not `who`. */
const fits = (wanted: LetterCase, written: LetterCase): boolean =>
  wanted === 'small' || written === 'capitals' || wanted === written;

interface Walk {
  readonly tokens: readonly Token[];
  readonly tree: WordTree;
  readonly locale: StudioLocale;
  readonly ignoreCase: boolean;
  readonly day: string;
}

/** Whether any form begins with a word: most words of a text begin none. */
const begins = ({ tree, locale }: Walk, key: string): boolean =>
  tree.next(root, key) !== undefined || singularsOf(key, locale).some((one) => tree.next(root, one) !== undefined);

/** Every form that begins at a word, the plurals of the language included. */
const beginningAt = (walk: Walk, from: number, found: Found[]): void => {
  const { tokens, tree, locale, ignoreCase, day } = walk;
  const begin = tokens[from];
  if (!begin || !begins(walk, begin.key)) return;
  const end = (node: number, at: number, plurals: ReadonlySet<number>): void => {
    const last = tokens[at];
    const entries = tree.at(node);
    if (!last || entries.length === 0) return;
    const written = tokens.slice(from, at + 1);
    for (const { concept, form, cases } of entries) {
      if (!ignoreCase && !written.every((token, n) => fits(cases[n] ?? 'small', token.case))) continue;
      const standing = standingOn(form, day);
      if (!standing) continue;
      const exact = written.filter((token, n) => token.case === cases[n] && !plurals.has(from + n)).length;
      found.push({ concept, form, standing, start: begin.start, end: last.end, exact });
    }
  };
  const go = (node: number, at: number, plurals: ReadonlySet<number>): void => {
    const key = tokens[at]?.key;
    if (key === undefined) return;
    const next = tree.next(node, key);
    if (next !== undefined) {
      end(next, at, plurals);
      go(next, at + 1, plurals);
    }
    for (const singular of singularsOf(key, locale)) {
      const other = tree.next(node, singular);
      if (other === undefined) continue;
      const more = new Set(plurals).add(at);
      end(other, at, more);
      go(other, at + 1, more);
    }
  };
  go(root, from, noPlurals);
};

const noPlurals: ReadonlySet<number> = new Set();

/** Better standing first, where two entries know the same words. */
const ranks: Readonly<Record<Standing, number>> = { approved: 0, allowed: 1, early: 2, obsolete: 3, forbidden: 4 };

/** Longer names first; of equals the one that is written like this, then the one that stands better. */
const better = (one: Found, other: Found): number =>
  other.end - other.start - (one.end - one.start) ||
  other.exact - one.exact ||
  ranks[one.standing] - ranks[other.standing];

/** Of names that overlap the longest stays, wherever it begins; of one place and standing every concept stays. */
const apart = (found: readonly Found[]): Found[] => {
  const kept: Found[] = [];
  for (const one of [...found].sort(better)) {
    const rival = kept.find((other) => one.start < other.end && other.start < one.end);
    if (!rival || isSamePlace(one, rival)) kept.push(one);
  }
  return kept.sort((one, other) => one.start - other.start);
};

const isSamePlace = (one: Found, other: Found): boolean =>
  one.start === other.start && one.end === other.end && one.exact === other.exact && one.standing === other.standing;

/** Every form that stands somewhere in a text, however it is capitalised, and those within longer ones too. */
export const everyTerm = (index: TermIndex, text: string, locale: StudioLocale, day: string): TermHit[] =>
  found(index, text, locale, day, true);

const found = (index: TermIndex, text: string, locale: StudioLocale, day: string, ignoreCase: boolean): Found[] => {
  const tokens = tokensOf(text);
  const walk: Walk = { tokens, tree: index.tree(locale), locale, ignoreCase, day };
  const all: Found[] = [];
  for (let from = 0; from < tokens.length; from += 1) beginningAt(walk, from, all);
  return all;
};

/**
 * Finds official names in a text, in reading order: whole words only, longest first, so that no short name is found within a
 * longer one; marks and capitals count (`Bến Thành` is neither `Ben Thanh` nor `bến thành`), the place of a Vietnamese
 * tone, the form of Unicode, white space, French elisions and simple plurals do not.
 *
 * @param text as people wrote it; addresses of web and mail in it are no names
 * @param day on which the names are to be right, `2026-11-27`
 */
export const findTerms = (index: TermIndex, text: string, locale: StudioLocale, day: string): TermHit[] =>
  apart(found(index, text, locale, day, false));

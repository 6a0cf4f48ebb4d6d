import type { StudioLocale } from '#languages/locales.ts';
import type { Concept, TermForm } from './concept.ts';
import { Reading } from './reading.ts';
import { type Standing, standingOn } from './standing.ts';
import type { Entry, Forms, TermIndex } from './term-index.ts';
import { type LetterCase, letterCases } from './tokens.ts';
import { root } from './word-tree.ts';

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
  /** Whether the text has capitals where the form has them. */
  readonly fits: boolean;
}

/** Small letters of a form stand for any; a capital stands for capitals alone, so that `WHO` is not `who`. */
const fits = (wanted: LetterCase, written: LetterCase): boolean =>
  wanted === letterCases.small || written === letterCases.capitals || wanted === written;

const reading = new Reading();

const noPlurals: ReadonlySet<number> = new Set();

/** Finds every form that begins at a word, the plurals of the language included. */
class Search {
  readonly found: Found[] = [];
  readonly #forms: Forms;
  readonly #day: string;
  #from = 0;

  constructor(text: string, forms: Forms, day: string) {
    this.#forms = forms;
    this.#day = day;
    reading.read(text, forms.words);
    for (let from = 0; from < reading.length; from += 1) {
      this.#from = from;
      this.#go(root, from, noPlurals);
    }
  }

  #go(node: number, at: number, plurals: ReadonlySet<number>): void {
    if (at >= reading.length) return;
    const spelling = reading.spellings[at] ?? 0;
    const { words, tree } = this.#forms;
    const word = words.word(spelling);
    if (word !== -1) this.#follow(tree.next(node, word), at, plurals);
    for (const singular of words.singulars(spelling)) {
      const next = tree.next(node, singular);
      if (next !== -1) this.#follow(next, at, new Set(plurals).add(at));
    }
  }

  #follow(node: number, at: number, plurals: ReadonlySet<number>): void {
    if (node === -1) return;
    for (const place of this.#forms.tree.at(node)) this.#end(this.#forms.entries[place] as Entry, at, plurals);
    this.#go(node, at + 1, plurals);
  }

  #end({ concept, form, cases }: Entry, last: number, plurals: ReadonlySet<number>): void {
    const standing = standingOn(form, this.#day);
    if (!standing) return;
    const { spellings, starts, ends } = reading;
    const from = this.#from;
    const written = [...spellings.subarray(from, last + 1)].map((spelling) => this.#forms.words.case(spelling));
    this.found.push({
      ...{ concept, form, standing, start: starts[from] ?? 0, end: ends[last] ?? 0 },
      exact: written.filter((letters, n) => letters === cases[n] && !plurals.has(from + n)).length,
      fits: written.every((letters, n) => fits(cases[n] ?? letterCases.small, letters)),
    });
  }
}

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

/** The names of a text: those that it names, and every form that stands in it. */
export interface TermHits {
  /** As `findTerms` finds them. */
  readonly named: readonly TermHit[];
  /** Every form that stands somewhere, however it is capitalised, and those within longer ones too. */
  readonly every: readonly TermHit[];
}

/** Reads a text once for both answers. Parameters as of `findTerms`. */
export const readTerms = (index: TermIndex, text: string, locale: StudioLocale, day: string): TermHits => {
  const { found } = new Search(text, index.forms(locale), day);
  return { named: apart(found.filter((one) => one.fits)), every: found };
};

/**
 * Finds official names in a text, in reading order: whole words only, longest first, so that no short name is found within a
 * longer one; marks and capitals count (`Bến Thành` is neither `Ben Thanh` nor `bến thành`), the place of a Vietnamese
 * tone, the form of Unicode, white space, French elisions and simple plurals do not.
 *
 * @param text as people wrote it; addresses of web and mail in it are no names
 * @param day on which the names are to be right, `2026-11-27`
 */
export const findTerms = (index: TermIndex, text: string, locale: StudioLocale, day: string): readonly TermHit[] =>
  readTerms(index, text, locale, day).named;

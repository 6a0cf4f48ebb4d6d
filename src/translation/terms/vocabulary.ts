import type { StudioLocale } from '#languages/locales.ts';
import { Spellings } from './spellings.ts';
import { type LetterCase, singularsOf, wordOf } from './tokens.ts';

/** A word of a text, as far as names are concerned. */
export interface Word {
  /** Its number among the words of all names; -1 where no name has it. */
  readonly number: number;
  readonly case: LetterCase;
  /** Numbers of words of names whose plural it may be. */
  readonly singulars: readonly number[];
}

const none: readonly number[] = [];
/** Most words of a text stand in no name. */
const stranger: Word = { number: -1, case: 'small', singulars: none };

/** The words of all names of a language, and whatever spellings of them texts have had so far. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #spellings = new Spellings<Word>();
  readonly #locale: StudioLocale;

  /** @param keys of all words of the names, each once; its number is its place */
  constructor(keys: Iterable<string>, locale: StudioLocale) {
    for (const key of keys) this.#numbers.set(key, this.#numbers.size);
    this.#locale = locale;
  }

  /** The number of a key; -1 where no name has it. */
  numberOf(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }

  /** The word that stands in a text from one place to another, and has that hash. */
  at(text: string, start: number, end: number, hash: number): Word {
    return this.#spellings.at(text, start, end, hash, this.#look);
  }

  readonly #look = (spelling: string): Word => {
    const { key, case: letters } = wordOf(spelling);
    const number = this.numberOf(key);
    const singulars = singularsOf(key, this.#locale)
      .map((one) => this.numberOf(one))
      .filter((one) => one !== -1);
    if (number === -1 && singulars.length === 0) return stranger;
    return { number, case: letters, singulars: singulars.length === 0 ? none : singulars };
  };
}

import type { StudioLocale } from '#languages/locales.ts';
import { Spellings } from './spellings.ts';
import { type LetterCase, singularsOf, wordOf } from './tokens.ts';

/** Spellings that are remembered before it begins anew. */
const most = 2 ** 16;
const first = 2 ** 12;
const none: readonly number[] = [];

/** The words of all names of a language, and whatever spellings of them texts have had so far. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #spellings = new Spellings();
  /** Of each spelling the number of its word among those of names; -1 where no name has it. */
  #words = new Int32Array(first);
  #cases = new Uint8Array(first);
  /** Of few spellings the words of names whose plural they may be. */
  readonly #singulars = new Map<number, readonly number[]>();
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

  /** A text begins: numbers of spellings hold until the next one does. */
  begin(): void {
    if (this.#spellings.count < most) return;
    this.#spellings.forget();
    this.#singulars.clear();
  }

  /** The spelling that stands in a text from one place to another, and has that hash. */
  at(text: string, start: number, end: number, hash: number): number {
    const known = this.#spellings.find(text, start, end, hash);
    return known === -1 ? this.#look(text, start, end, hash) : known;
  }

  /** Which word of names a spelling is; -1 where it is none. */
  word(spelling: number): number {
    return this.#words[spelling] ?? -1;
  }

  case(spelling: number): LetterCase {
    return this.#cases[spelling] as LetterCase;
  }

  /** Words of names whose plural a spelling may be. */
  singulars(spelling: number): readonly number[] {
    return this.#singulars.size === 0 ? none : (this.#singulars.get(spelling) ?? none);
  }

  #look(text: string, start: number, end: number, hash: number): number {
    const { key, case: letters } = wordOf(text.slice(start, end));
    const spelling = this.#spellings.add(text, start, end, hash);
    if (spelling >= this.#words.length) this.#grow();
    this.#words[spelling] = this.numberOf(key);
    this.#cases[spelling] = letters;
    const singulars = singularsOf(key, this.#locale)
      .map((one) => this.numberOf(one))
      .filter((one) => one !== -1);
    if (singulars.length > 0) this.#singulars.set(spelling, singulars);
    return spelling;
  }

  #grow(): void {
    const [words, cases] = [this.#words, this.#cases];
    this.#words = new Int32Array(words.length * 2);
    this.#words.set(words);
    this.#cases = new Uint8Array(words.length * 2);
    this.#cases.set(cases);
  }
}

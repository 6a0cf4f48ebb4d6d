import { fold } from '#languages/fold.ts';
import { isNumber } from './tokens.ts';

/** Stands for every number: what a number says costs points, that there is one is a word. */
export const anyNumber = 0;
/** A word that no text has. */
export const unknown = 0xffff_ffff;

/** The words of a language, each with a number. */
export interface Vocabulary {
  readonly size: number;
  /** Number of a word that is new or known. */
  take(word: string): number;
  /** `unknown` for a word that no text has. */
  find(word: string): number;
  /** The word as it is compared: any number is one. */
  compared(id: number): number;
  /** Words that are the same without their marks, or begin so. */
  like(word: string, begins: boolean): number[];
}

export const openVocabulary = (): Vocabulary => {
  const ids = new Map<string, number>([['#', anyNumber]]);
  const folded = new Map<string, number[]>();
  let numbers = new Uint8Array(1024);
  const note = (word: string, id: number): void => {
    if (id >= numbers.length) {
      const larger = new Uint8Array(numbers.length * 2);
      larger.set(numbers);
      numbers = larger;
    }
    numbers[id] = isNumber(word) ? 1 : 0;
    const key = fold(word);
    const others = folded.get(key);
    if (others) others.push(id);
    else folded.set(key, [id]);
  };
  return {
    get size() {
      return ids.size;
    },
    take: (word) => {
      const known = ids.get(word);
      if (known !== undefined) return known;
      const id = ids.size;
      ids.set(word, id);
      note(word, id);
      return id;
    },
    find: (word) => ids.get(word) ?? unknown,
    compared: (id) => (numbers[id] === 1 ? anyNumber : id),
    like: (word, begins) => {
      const key = fold(word);
      if (!begins) return folded.get(key) ?? [];
      const found: number[] = [];
      for (const [other, some] of folded) if (other.startsWith(key)) found.push(...some);
      return found;
    },
  };
};

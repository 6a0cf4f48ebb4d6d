import { openNumbers } from './numbers.ts';

/** For each word, the rows that have it. */
export interface Postings {
  add(word: number, row: number): void;
  count(word: number): number;
  /** Rows in the order in which they came; to be read before anything is added. */
  rowsOf(word: number): Uint32Array;
}

/** Of 2, 4, 8 … rows: how many doublings a block can have. */
const sizes = 31;
const smallest = 2;

/**
 * All rows of all words in one list: a word has a block of it, and moves into one of twice the size when that is full. Blocks that
 * were left are given to the next word that needs one of their size.
 */
export const openPostings = (): Postings => {
  const starts = openNumbers();
  const counts = openNumbers();
  const rows = openNumbers(1024);
  const left: number[][] = Array.from({ length: sizes }, () => []);

  const blockOf = (size: number): number => left[size]?.pop() ?? reserve(smallest << size);
  const reserve = (many: number): number => {
    const start = rows.length;
    rows.set(start + many - 1, 0);
    return start;
  };
  /** Whether a word with so many rows has filled its block; then the size of the next one, in doublings. */
  const nextSize = (count: number): number | null => {
    if (count === 0) return 0;
    return count >= smallest && (count & (count - 1)) === 0 ? Math.log2(count / smallest) + 1 : null;
  };
  const move = (word: number, count: number, size: number): void => {
    const [from, to] = [starts.get(word), blockOf(size)];
    rows.list.copyWithin(to, from, from + count);
    if (size > 0) left[size - 1]?.push(from);
    starts.set(word, to);
  };
  return {
    add: (word, row) => {
      const count = counts.get(word);
      const size = nextSize(count);
      if (size !== null) move(word, count, size);
      rows.set(starts.get(word) + count, row);
      counts.set(word, count + 1);
    },
    count: (word) => counts.get(word),
    rowsOf: (word) => rows.list.subarray(starts.get(word), starts.get(word) + counts.get(word)),
  };
};

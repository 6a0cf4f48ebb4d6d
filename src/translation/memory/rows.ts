import { type Numbers, openNumbers } from './numbers.ts';
import { openPostings, type Postings } from './postings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is kept of a text to tell it apart without reading it; 0 where there is none. */
export interface Marks {
  readonly spelling: number;
  readonly neighbours: number;
  readonly place: number;
}

/** Texts in the order in which they came, each with its words as numbers, and the rows of each word. */
export interface Rows {
  readonly units: Numbers;
  readonly starts: Numbers;
  readonly words: Numbers;
  readonly spellings: Numbers;
  readonly neighbours: Numbers;
  readonly places: Numbers;
  readonly postings: Postings;
}

export const emptyRows = (): Rows => ({
  units: openNumbers(),
  starts: openNumbers(),
  words: openNumbers(1024),
  spellings: openNumbers(),
  neighbours: openNumbers(),
  places: openNumbers(),
  postings: openPostings(),
});

/** Ids of the words of a text, in order. */
export const wordsAt = ({ starts, words }: Rows, row: number): Uint32Array =>
  words.list.subarray(starts.get(row), row + 1 < starts.length ? starts.get(row + 1) : words.length);

/** @returns the row in which it stands */
export const addRow = (
  rows: Rows,
  { compared }: Vocabulary,
  unit: number,
  words: Iterable<number>,
  marks: Marks,
): number => {
  const row = rows.units.push(unit);
  rows.starts.push(rows.words.length);
  const seen = new Set<number>();
  for (const word of words) {
    rows.words.push(word);
    seen.add(word).add(compared(word));
  }
  for (const word of seen) rows.postings.add(word, row);
  rows.spellings.push(marks.spelling);
  rows.neighbours.push(marks.neighbours);
  rows.places.push(marks.place);
  return row;
};

export const marksAt = ({ spellings, neighbours, places }: Rows, row: number): Marks => ({
  spelling: spellings.get(row),
  neighbours: neighbours.get(row),
  place: places.get(row),
});

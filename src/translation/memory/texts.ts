import { openNumbers } from './numbers.ts';
import { addRow, emptyRows, type Marks, marksAt, type Rows, wordsAt } from './rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The texts of a language by unit: put and taken out one by one, laid out anew when half of the rows stand empty. */
export interface Texts {
  /** As they are laid out now; good until the next change. */
  readonly rows: Rows;
  has(unit: number): boolean;
  /** 0 for a unit that has no text. */
  spelling(unit: number): number;
  put(unit: number, words: readonly string[], marks: Marks): void;
  remove(unit: number): void;
  /** Each row that has one of the words, once. */
  each(words: readonly number[], call: (row: number, unit: number) => void): void;
}

/** A row that was left belongs to no unit. */
const nobody = 0xffff_ffff;
/** So many rows may stand empty before all are laid out anew. */
const mostLeft = 1000;

export const openTexts = (vocabulary: Vocabulary): Texts => {
  let rows = emptyRows();
  /** Row of each unit, and one more; 0 where it has none. */
  let rowOf = openNumbers();
  let left = 0;
  let visited = new Uint32Array(0);
  let visit = 0;

  const layOut = (): void => {
    const before = rows;
    rows = emptyRows();
    rowOf = openNumbers();
    left = 0;
    for (let row = 0; row < before.units.length; row += 1) {
      const unit = before.units.get(row);
      if (unit === nobody) continue;
      rowOf.set(unit, addRow(rows, vocabulary, unit, wordsAt(before, row), marksAt(before, row)) + 1);
    }
  };
  const remove = (unit: number): void => {
    const row = rowOf.get(unit) - 1;
    if (row < 0) return;
    rows.units.set(row, nobody);
    rowOf.set(unit, 0);
    left += 1;
    if (left > mostLeft && left > rows.units.length / 2) layOut();
  };
  /** Each row that has one of the words, once. */
  const each = (words: readonly number[], call: (row: number, unit: number) => void): void => {
    if (visited.length < rows.units.length) visited = new Uint32Array(rows.units.list.length);
    visit += 1;
    for (const word of words) {
      for (const row of rows.postings.rowsOf(word)) {
        if (visited[row] === visit) continue;
        visited[row] = visit;
        const unit = rows.units.list[row] ?? nobody;
        if (unit !== nobody) call(row, unit);
      }
    }
  };

  return {
    get rows() {
      return rows;
    },
    has: (unit) => rowOf.get(unit) > 0,
    spelling: (unit) => rows.spellings.get(rowOf.get(unit) - 1),
    put: (unit, words, marks) => {
      remove(unit);
      const ids = words.map((word) => vocabulary.take(word));
      rowOf.set(unit, addRow(rows, vocabulary, unit, ids, marks) + 1);
    },
    remove,
    each,
  };
};

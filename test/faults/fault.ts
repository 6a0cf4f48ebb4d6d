/** A small change of one file. */
export interface Edit {
  readonly file: string;
  /** What stands there once, however it is broken into lines; empty where the file is not there yet. */
  readonly find: string;
  readonly put: string;
}

/** A fault that once leaked somewhere, or would leak here, and the tests that have to notice it. */
export interface Fault {
  readonly name: string;
  /** Rows of docs/leaks.md. */
  readonly rows: readonly number[];
  /** Test files in which a test with the number of one of the rows has to fail. */
  readonly tests: readonly string[];
  readonly edits: readonly Edit[];
}

/** A fault in one place. @param row the row, or several @param test the test file, or several */
export const fault = (
  name: string,
  row: number | readonly number[],
  test: string | readonly string[],
  file: string,
  find: string,
  put: string,
): Fault => ({ name, rows: [row].flat(), tests: [test].flat(), edits: [{ file, find, put }] });

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Formatting may break what is sought into lines, and add a comma at the end of one. */
const sought = (find: string): RegExp => new RegExp(find.trim().split(/\s+/).map(escaped).join('\\s+'), 'g');

/**
 * The file with its fault.
 * @param text of the file, null where it is not there
 * @throws where the edit does not fit the file in exactly one place
 */
export const applied = (text: string | null, { file, find, put }: Edit): string => {
  if (find === '') {
    if (text !== null) throw new Error(`${file} is there already`);
    return put;
  }
  if (text === null) throw new Error(`${file} is not there`);
  const pattern = sought(find);
  const places = [...text.matchAll(pattern)].length;
  if (places !== 1) throw new Error(`${file} has it in ${places} places: ${find}`);
  return text.replace(pattern, () => put);
};

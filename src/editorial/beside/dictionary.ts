/**
 * One value of each row, kept as a number: rows with the same value share it, so that a condition is asked once for each
 * value and not once for each row. A value may be a list.
 */
export interface DictionaryColumn {
  /** Number of each row's value. */
  readonly codes: Uint32Array;
  /** Values by number. */
  readonly values: readonly (readonly string[])[];
  set(row: number, value: readonly string[]): void;
  grow(rows: number): void;
}

export const openDictionary = (): DictionaryColumn => {
  let codes = new Uint32Array(1024);
  const values: (readonly string[])[] = [];
  const known = new Map<string, number>();
  const codeOf = (value: readonly string[]): number => {
    const key = value.join('\u0000');
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, values.length);
    return values.push([...value]) - 1;
  };
  return {
    get codes() {
      return codes;
    },
    values,
    set: (row, value) => {
      codes[row] = codeOf(value);
    },
    grow: (rows) => {
      const larger = new Uint32Array(rows);
      larger.set(codes);
      codes = larger;
    },
  };
};

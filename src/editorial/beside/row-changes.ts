/** Changes that are remembered one by one; after more of them whatever rests on the rows is made anew. */
const remembered = 5000;

/** Which rows have changed lately. */
export interface RowChanges {
  note(row: number): void;
  /** Rows that have changed since a version; null where that is too long ago to tell. */
  since(version: number): readonly number[] | null;
  /** How often anything has changed. */
  readonly version: number;
}

export const openRowChanges = (): RowChanges => {
  let changes: number[] = [];
  let version = 0;
  let oldest = 0;
  return {
    note: (row) => {
      version += 1;
      changes.push(row);
      if (changes.length <= 2 * remembered) return;
      changes = changes.slice(remembered);
      oldest = version - changes.length;
    },
    since: (before) => (before < oldest ? null : changes.slice(before - oldest)),
    get version() {
      return version;
    },
  };
};

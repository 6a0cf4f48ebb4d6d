/** Rows of an index, as far as an order of them asks. */
export interface OrderedRows {
  readonly version: number;
  /** A row that nothing stands in has none. */
  readonly ids: readonly (string | null)[];
  changedSince(version: number): readonly number[] | null;
}

type Compare = (one: number, other: number) => number;

/**
 * Every row that holds something, in an order. It is kept and mended by the few rows that have changed, since sorting
 * everything takes longer than an answer.
 */
export const openOrder = (rows: OrderedRows, compare: Compare): (() => Uint32Array) => {
  let kept: { version: number; order: Uint32Array } | null = null;
  const isThere = (row: number): boolean => rows.ids[row] !== null;
  const sortAll = (): Uint32Array => Uint32Array.from(rows.ids.keys()).filter(isThere).sort(compare);
  const mend = (order: Uint32Array, changed: readonly number[]): Uint32Array => {
    const touched = new Set(changed);
    const others = order.filter((row) => !touched.has(row));
    return merge(others, [...touched].filter(isThere).sort(compare), compare);
  };
  return () => {
    if (kept?.version === rows.version) return kept.order;
    const changed = kept ? rows.changedSince(kept.version) : null;
    kept = { version: rows.version, order: kept && changed ? mend(kept.order, changed) : sortAll() };
    return kept.order;
  };
};

const merge = (left: Uint32Array, right: readonly number[], compare: Compare): Uint32Array => {
  const merged = new Uint32Array(left.length + right.length);
  let [at, other] = [0, 0];
  for (let place = 0; place < merged.length; place += 1) {
    const [one, two] = [left[at], right[other]];
    const takesLeft = two === undefined || (one !== undefined && compare(one, two) <= 0);
    merged[place] = (takesLeft ? one : two) ?? 0;
    if (takesLeft) at += 1;
    else other += 1;
  }
  return merged;
};

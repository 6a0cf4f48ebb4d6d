import type { Columns, MomentName } from './columns.ts';

/** Every row that holds a picture, the newest first by one of the moments. */
export interface Orders {
  by(name: MomentName): Uint32Array;
}

interface Kept {
  version: number;
  rows: Uint32Array;
}

/** Keeps each order and mends it by the few rows that have changed, since sorting everything takes longer than an answer. */
export const openOrders = (columns: Columns): Orders => {
  const kept = new Map<MomentName, Kept>();
  const compare =
    (name: MomentName) =>
    (one: number, other: number): number =>
      (columns.moments[name][other] ?? 0) - (columns.moments[name][one] ?? 0) || other - one;

  const sortAll = (name: MomentName): Uint32Array => {
    const rows = Uint32Array.from(columns.ids.keys()).filter((row) => columns.ids[row] !== null);
    return rows.sort(compare(name));
  };
  const mend = (name: MomentName, rows: Uint32Array, changed: readonly number[]): Uint32Array => {
    const touched = new Set(changed);
    const others = rows.filter((row) => !touched.has(row));
    const back = [...touched].filter((row) => columns.ids[row] !== null).sort(compare(name));
    return merge(others, back, compare(name));
  };
  return {
    by: (name) => {
      const before = kept.get(name);
      if (before?.version === columns.version) return before.rows;
      const changed = before ? columns.changedSince(before.version) : null;
      const rows = before && changed ? mend(name, before.rows, changed) : sortAll(name);
      kept.set(name, { version: columns.version, rows });
      return rows;
    },
  };
};

const merge = (
  left: Uint32Array,
  right: readonly number[],
  compare: (one: number, other: number) => number,
): Uint32Array => {
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

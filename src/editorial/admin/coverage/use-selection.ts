import { useCallback, useMemo, useState } from 'react';
import type { Row } from './answers.ts';

/** Rows that the person has chosen, over all pages that they have leafed through. */
export interface Selection {
  readonly rows: readonly Row[];
  has(row: Row): boolean;
  toggle(row: Row): void;
  /** Chooses all of some rows, or none of them where all are chosen already. */
  toggleAll(rows: readonly Row[]): void;
  clear(): void;
}

/** So many can be chosen: as many as can be given out at once. */
const most = 200;

const keyOf = ({ collection, id }: Row): string => `${collection}/${id}`;

export const useSelection = (): Selection => {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const change = useCallback((rows: readonly Row[], isIn: boolean) => {
    setChosen((before) => {
      const after = new Map(before);
      for (const row of rows) {
        if (!isIn) after.delete(keyOf(row));
        else if (after.size < most) after.set(keyOf(row), row);
      }
      return after;
    });
  }, []);
  return useMemo(
    () => ({
      rows: [...chosen.values()],
      has: (row: Row) => chosen.has(keyOf(row)),
      toggle: (row: Row) => change([row], !chosen.has(keyOf(row))),
      toggleAll: (rows: readonly Row[]) => change(rows, !rows.every((row) => chosen.has(keyOf(row)))),
      clear: () => setChosen(new Map()),
    }),
    [chosen, change],
  );
};

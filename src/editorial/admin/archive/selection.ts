/**
 * Which pictures are selected: some by their ids, or all that a question finds but for some. A selection of everything names
 * nobody, so that it costs the same for ten pictures and for two hundred thousand.
 */
export interface Selection {
  readonly all: boolean;
  /** Selected ones, or where `all` is set those that are not. */
  readonly ids: ReadonlySet<string>;
  /** Where a range begins that Shift extends: place in the answer. */
  readonly anchor: number | null;
}

export const nothing: Selection = { all: false, ids: new Set(), anchor: null };
export const everything: Selection = { all: true, ids: new Set(), anchor: null };

export const isSelected = ({ all, ids }: Selection, id: string): boolean => all !== ids.has(id);

export const countOf = ({ all, ids }: Selection, total: number): number => (all ? total - ids.size : ids.size);

export const only = (id: string, at: number): Selection => ({ all: false, ids: new Set([id]), anchor: at });

export const toggled = ({ all, ids }: Selection, id: string, at: number): Selection => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { all, ids: next, anchor: at };
};

/** A range added to what is selected, or in its place. */
export const withRange = (selection: Selection, range: readonly string[], adds: boolean): Selection => {
  const { all, ids, anchor } = selection;
  if (!adds) return { all: false, ids: new Set(range), anchor };
  const next = new Set(ids);
  for (const id of range) {
    if (all) next.delete(id);
    else next.add(id);
  }
  return { all, ids: next, anchor };
};

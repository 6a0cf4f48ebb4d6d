/** What is selected, and what was before: keys are fast, and a slip is taken back. */
export interface Picked {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins that Shift extends: place in the list. */
  readonly anchor: number;
  readonly before: readonly ReadonlySet<string>[];
}

export const nothingPicked: Picked = { ids: new Set(), anchor: 0, before: [] };

/** Most steps that can be taken back. */
const most = 50;

const next = ({ ids, before }: Picked, changed: ReadonlySet<string>, anchor: number): Picked => ({
  ...{ ids: changed, anchor },
  before: [...before, ids].slice(-most),
});

export const togglePicked = (picked: Picked, id: string, at: number): Picked => {
  const ids = new Set(picked.ids);
  if (!ids.delete(id)) ids.add(id);
  return next(picked, ids, at);
};

/** Adds everything from where the range begins up to a place. @param ids of the whole list, in order */
export const extendPicked = (picked: Picked, ids: readonly string[], to: number): Picked => {
  const [first, last] = [Math.min(picked.anchor, to), Math.max(picked.anchor, to)];
  return next(picked, new Set([...picked.ids, ...ids.slice(first, last + 1)]), picked.anchor);
};

export const pickThese = (picked: Picked, ids: readonly string[]): Picked => next(picked, new Set(ids), picked.anchor);

export const undoPicked = (picked: Picked): Picked => {
  const last = picked.before.at(-1);
  return last ? { ids: last, anchor: picked.anchor, before: picked.before.slice(0, -1) } : picked;
};

/** Without what has left the list; there is no step back to before. */
export const dropPicked = ({ ids, anchor }: Picked, gone: ReadonlySet<string>): Picked => ({
  ...{ ids: new Set([...ids].filter((id) => !gone.has(id))), anchor },
  before: [],
});

/** The keys have moved on: a range begins there from now on. */
export const anchorPicked = (picked: Picked, anchor: number): Picked => ({ ...picked, anchor });

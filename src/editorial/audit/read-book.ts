/** Remembers for an hour who was shown what, so that whoever works at a text all day leaves a line an hour and not one a look. */
export interface ReadBook {
  /** Those of the documents of which no line of this person tells in this hour yet. */
  fresh(actor: string, collection: string, ids: readonly string[], now: Date): string[];
  /** A line that stands tells of it. */
  told(actor: string, collection: string, id: string): void;
}

const hour = 60 * 60 * 1000;

const keyOf = (actor: string, collection: string, id: string): string => JSON.stringify([actor, collection, id]);

export const openReadBook = (): ReadBook => {
  let begun = Number.NEGATIVE_INFINITY;
  const known = new Set<string>();
  return {
    fresh: (actor, collection, ids, now) => {
      // Not only later: a clock that was put back must not keep a page open for longer
      if (Math.abs(now.getTime() - begun) >= hour) {
        begun = now.getTime();
        known.clear();
      }
      return [...new Set(ids)].filter((id) => !known.has(keyOf(actor, collection, id)));
    },
    told: (actor, collection, id) => void known.add(keyOf(actor, collection, id)),
  };
};

import type { ItemState } from './queue.ts';

/** What a person may have to do something about, then what moves, then what will, then what is over. */
const ranks: Record<ItemState, number> = { failed: 0, sending: 1, looking: 1, waiting: 2, refused: 3, done: 4 };

/** Files in the order in which they are shown: of five hundred, those that are under way are the ones in sight. */
export const inSightFirst = <I extends { readonly state: ItemState }>(items: readonly I[]): I[] =>
  items.toSorted((one, other) => ranks[one.state] - ranks[other.state]);

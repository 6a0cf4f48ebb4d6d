import { z } from 'zod';
import type { FailureCode } from '#errors/failures.ts';
import { origin, type Position } from '#feed/position.ts';
import type { Store } from './store.ts';

/** What a node knows about itself. Only the follower of the feed writes it. */
export interface NodeState {
  /** Whether content is served. */
  ready: boolean;
  position: Position;
  /** Why the feed is refused, and since when (instant). */
  fault: { code: FailureCode; since: string } | null;
  /** Number of the newest entry that a verified checkpoint vouched for; 0: none was read yet. */
  head: number;
  /** When the newest verified checkpoint was signed. */
  signedAt: string | null;
  /** Grows with every change of what is served. */
  version: number;
  /** Milliseconds since 1970; when this node was last at the head of its feed. */
  inStepAt: number | null;
}

const position = z.object({
  feed: z.string().nullable(),
  segment: z.int(),
  seq: z.int(),
  head: z.string().nullable(),
});

export const readPosition = (store: Store): Position => {
  const text = store.getMeta('position');
  return text === null ? origin : position.parse(JSON.parse(text));
};

/** Belongs into the transaction that writes what the position says has been read. */
export const writePosition = (store: Store, value: Position): void => store.setMeta('position', JSON.stringify(value));

/** @param settled whether everything in the store is as it should be served; if not, it has to be rendered first */
export const initialState = (store: Store, settled: boolean): NodeState => ({
  ready: settled && store.getMeta('ready') === 'yes',
  version: 0,
  position: readPosition(store),
  fault: null,
  head: 0,
  signedAt: null,
  inStepAt: null,
});

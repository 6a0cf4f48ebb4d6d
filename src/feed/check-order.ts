import { Failure } from '#errors/failure.ts';
import type { Position } from './position.ts';
import type { Checkpoint, SegmentPayload } from './schemas.ts';

/**
 * Whether a reader at this position may follow to this checkpoint.
 *
 * @throws Failure `feed-other` (another feed), `feed-replayed` (older than what is held), `feed-chain-broken` or
 * `feed-order-broken` (another history at the same place).
 */
export const checkFollows = (held: Position, checkpoint: Checkpoint): void => {
  if (held.feed !== null && held.feed !== checkpoint.feed) throw new Failure('feed-other');
  if (checkpoint.segment < held.segment || checkpoint.seq < held.seq) {
    throw new Failure('feed-replayed', { seq: checkpoint.seq, held: held.seq });
  }
  if (checkpoint.segment > held.segment) return;
  if (checkpoint.seq !== held.seq) throw new Failure('feed-order-broken', { seq: checkpoint.seq });
  if (checkpoint.head !== held.head) throw new Failure('feed-chain-broken', { seq: checkpoint.seq });
};

/** Whether the checkpoint agrees with itself. */
export const checkSound = ({ segment, seq, head, base, snapshot }: Checkpoint): void => {
  const sound = (place: { segment: number; seq: number; head: string | null }) =>
    place.seq >= place.segment && (place.segment === 0 ? place.seq === 0 && place.head === null : place.head !== null);
  const within = (place: { segment: number; seq: number }) => place.segment <= segment && place.seq <= seq;
  const covered = base.segment === 0 || (snapshot !== null && snapshot.segment >= base.segment);
  const places = [{ segment, seq, head }, base, ...(snapshot === null ? [] : [snapshot])];
  if (!(places.every(sound) && places.every(within) && covered)) {
    throw new Failure('feed-order-broken', { seq });
  }
};

/**
 * The position after a segment, if it is the one that follows.
 *
 * @throws Failure `feed-other`, `feed-order-broken`, `feed-chain-broken`.
 */
export const follow = (held: Position, segment: SegmentPayload, hash: string): Position => {
  if (held.feed !== null && segment.feed !== held.feed) throw new Failure('feed-other');
  if (segment.segment !== held.segment + 1) throw new Failure('feed-order-broken', { segment: segment.segment });
  if (segment.previous !== held.head) throw new Failure('feed-chain-broken', { seq: held.seq + 1 });
  let seq = held.seq;
  for (const entry of segment.entries) {
    seq += 1;
    if (entry.seq !== seq) throw new Failure('feed-order-broken', { seq });
  }
  return { feed: segment.feed, segment: segment.segment, seq, head: hash };
};

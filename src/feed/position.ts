import type { Checkpoint } from './schemas.ts';

/** How far a reader has come. `head` is the SHA-256 of the payload of segment `segment`; nulls and zeros before the first. */
export interface Position {
  readonly feed: string | null;
  readonly segment: number;
  readonly seq: number;
  readonly head: string | null;
}

/** The position of a reader that has read nothing. */
export const origin: Position = { feed: null, segment: 0, seq: 0, head: null };

/** The position after everything that the checkpoint (or its `base`, or its snapshot) vouches for. */
export const positionAt = (
  checkpoint: Pick<Checkpoint, 'feed'>,
  place: { readonly segment: number; readonly seq: number; readonly head: string | null },
): Position => ({ feed: checkpoint.feed, segment: place.segment, seq: place.seq, head: place.head });

/** Whether the segments after this position are pruned, so that a reader must start again from the snapshot. */
export const needsSnapshot = (position: Position, checkpoint: Checkpoint): boolean =>
  position.segment < checkpoint.base.segment;

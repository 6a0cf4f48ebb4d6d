import type { KeyObject } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import { blaming } from './blame.ts';
import { countersignEnvelope } from './dsse.ts';
import type { FeedSource } from './feed-source.ts';
import { stillSource, underCheckpoint } from './medium/carry-files.ts';
import { checkpointPath } from './paths.ts';
import type { Position } from './position.ts';
import { openFeedReader } from './reader.ts';
import type { Checkpoint, Entry } from './schemas.ts';
import { verifyFeed } from './verify-feed.ts';

/** A checkpoint that one more key has signed, and all that this key has let go by it. */
export interface Countersigned {
  /** The envelope, with every signature. */
  readonly file: Buffer;
  readonly checkpoint: Checkpoint;
  /** What was released behind the place that was signed before; where that is pruned, behind the base. */
  readonly entries: readonly Entry[];
}

export interface CountersignOptions {
  readonly source: FeedSource;
  readonly trust: readonly KeyObject[];
  readonly key: KeyObject;
  /** Place that was countersigned before; absent: none was. */
  readonly after: Position;
}

/**
 * Signs where a feed stands with a second key. All of the feed is proved first, since the signature vouches for it.
 *
 * @throws Failure `key-adds-nothing`, and of the first fault of the feed
 */
export const countersign = async ({ source, trust, key, after }: CountersignOptions): Promise<Countersigned> => {
  const still = await stillSource(source);
  const bytes = await still.read(checkpointPath);
  if (bytes === null) throw new Failure('feed-missing', { feed: source.name });
  const file = blaming({ file: checkpointPath }, () => countersignEnvelope(bytes, key, trust));
  const { fault } = await verifyFeed({ source: still, trust });
  if (fault !== null)
    throw new Failure(fault.code, { feed: source.name, file: fault.file ?? checkpointPath, seq: fault.seq ?? 0 });
  const reader = openFeedReader({ source: underCheckpoint(still, file), trust, signatures: 2 });
  const checkpoint = await reader.checkpoint();
  const start = after.segment < checkpoint.base.segment ? { feed: checkpoint.feed, ...checkpoint.base } : after;
  const entries: Entry[] = [];
  for await (const segment of reader.segments(start, checkpoint)) entries.push(...segment.entries);
  return { file, checkpoint, entries };
};

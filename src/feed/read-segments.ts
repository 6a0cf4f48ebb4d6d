import { Failure } from '#errors/failure.ts';
import { blaming } from './blame.ts';
import { checkFollows, follow } from './check-order.ts';
import { checkpointPath, segmentPath } from './paths.ts';
import { openPayload } from './payload.ts';
import { type Position, positionAt } from './position.ts';
import type { ReaderOptions } from './reader-options.ts';
import type { Checkpoint, Entry } from './schemas.ts';

/** A verified segment and the position of a reader that has taken it in. */
export interface Segment {
  readonly segment: number;
  readonly issuedAt: string;
  readonly entries: readonly Entry[];
  readonly position: Position;
}

const readSegment = async ({ source, trust, signal }: ReaderOptions, after: Position): Promise<Segment> => {
  const number = after.segment + 1;
  const file = segmentPath(number);
  const bytes = await source.read(file, signal);
  if (bytes === null) throw new Failure('feed-truncated', { file, seq: after.seq + 1 });
  return blaming({ file, seq: after.seq + 1 }, () => {
    const { value, hash } = openPayload('segment', bytes, trust);
    const position = follow(after, value, hash);
    return { segment: number, issuedAt: value.issuedAt, entries: value.entries, position };
  });
};

async function* walk(
  options: ReaderOptions,
  after: Position,
  until: Checkpoint,
): AsyncGenerator<Segment, void, undefined> {
  let position = after;
  while (position.segment < until.segment) {
    options.signal?.throwIfAborted();
    const segment = await readSegment(options, position);
    position = segment.position;
    const last = position.segment === until.segment;
    blaming({ file: segmentPath(position.segment) }, () => {
      if (last ? position.seq !== until.seq : position.seq >= until.seq) {
        throw new Failure('feed-order-broken', { seq: position.seq });
      }
      if (last && position.head !== until.head) throw new Failure('feed-chain-broken', { seq: position.seq });
    });
    yield segment;
  }
}

/** Hashes of segments that lead to the checkpoint, and so are what its signers have signed. */
const proven = async (options: ReaderOptions, after: Position, until: Checkpoint): Promise<Set<string | null>> => {
  const heads = new Set<string | null>();
  for await (const { position } of walk(options, after, until)) heads.add(position.head);
  return heads;
};

/**
 * Segments in order; the last one must be the very one that the checkpoint names. Where it takes several signatures to
 * make a checkpoint, no segment counts before the whole chain has led there: each of them has one signature only.
 */
export async function* readSegments(
  options: ReaderOptions,
  after: Position,
  until: Checkpoint,
): AsyncGenerator<Segment, void, undefined> {
  blaming({ file: checkpointPath }, () => checkFollows(after, until));
  const start: Position = after.feed === null ? positionAt(until, after) : after;
  const heads = (options.signatures ?? 1) > 1 ? await proven(options, start, until) : null;
  for await (const segment of walk(options, start, until)) {
    const { head, seq } = segment.position;
    if (heads !== null && !heads.has(head))
      throw new Failure('feed-chain-broken', { file: segmentPath(segment.segment), seq });
    yield segment;
  }
}

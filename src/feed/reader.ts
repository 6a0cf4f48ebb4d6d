import { Failure } from '#errors/failure.ts';
import { type Attested, openAttest } from './attest.ts';
import { blaming } from './blame.ts';
import { sha256Of } from './canonical.ts';
import { checkFollows, checkSound } from './check-order.ts';
import { attestPath, blobPath, checkpointPath } from './paths.ts';
import { openPayload } from './payload.ts';
import type { Position } from './position.ts';
import { readSegments, type Segment } from './read-segments.ts';
import { readSnapshot, type SnapshotPart } from './read-snapshot.ts';
import type { ReaderOptions } from './reader-options.ts';
import type { Checkpoint } from './schemas.ts';

/** Reads a feed. Everything that it gives is verified; everything that it refuses is a Failure `feed-*` naming the file. */
export interface FeedReader {
  /**
   * What the feed holds now.
   *
   * @param held Position of the caller, if it has one: a checkpoint that does not follow it is refused.
   * @throws Failure `feed-missing`, `feed-other`, `feed-replayed`, `feed-signature-bad`, …
   */
  checkpoint(held?: Position): Promise<Checkpoint>;
  /**
   * The segments after a position, in order, up to the checkpoint. Each is yielded as soon as it is verified itself; where
   * a checkpoint needs several signatures, not before all of them lead to it.
   *
   * @throws Failure `feed-truncated` when one is missing, pruned ones too (see `needsSnapshot`).
   */
  segments(after: Position, until: Checkpoint): AsyncIterable<Segment>;
  /** The parts of the checkpoint's snapshot, null when there is none. Whole only when the iteration has ended. */
  snapshot(checkpoint: Checkpoint): AsyncIterable<SnapshotPart> | null;
  /**
   * Bytes of a blob.
   *
   * @throws Failure `feed-blob-missing` (as after a withdrawal), `feed-blob-bad` when the bytes are others.
   */
  blob(sha256: string): Promise<Uint8Array>;
  /**
   * The checkpoint of the audit log with this number, null when there is none.
   *
   * @throws Failure `feed-malformed`, `feed-signature-bad`, …
   */
  attest(number: number): Promise<Attested | null>;
}

const readCheckpoint = async (options: ReaderOptions, held?: Position): Promise<Checkpoint> => {
  const { source, trust, signatures, signal } = options;
  const bytes = await source.read(checkpointPath, signal);
  if (bytes === null) throw new Failure('feed-missing', { feed: source.name });
  return blaming({ file: checkpointPath }, () => {
    const { value } = openPayload('checkpoint', bytes, trust, signatures);
    checkSound(value);
    if (held !== undefined) checkFollows(held, value);
    return value;
  });
};

const readBlob = async ({ source, signal }: ReaderOptions, sha256: string): Promise<Uint8Array> => {
  const file = blobPath(sha256);
  const bytes = await source.read(file, signal);
  if (bytes === null) throw new Failure('feed-blob-missing', { file });
  if (sha256Of(bytes) !== sha256) throw new Failure('feed-blob-bad', { file });
  return bytes;
};

const readAttest = async ({ source, trust, signal }: ReaderOptions, number: number): Promise<Attested | null> => {
  const file = attestPath(number);
  const bytes = await source.read(file, signal);
  return bytes === null ? null : blaming({ file }, () => openAttest(bytes, trust, number));
};

export const openFeedReader = (options: ReaderOptions): FeedReader => ({
  checkpoint: (held) => readCheckpoint(options, held),
  segments: (after, until) => readSegments(options, after, until),
  snapshot: (checkpoint) => readSnapshot(options, checkpoint),
  blob: (sha256) => readBlob(options, sha256),
  attest: (number) => readAttest(options, number),
});

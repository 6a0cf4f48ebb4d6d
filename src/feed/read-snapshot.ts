import { Failure } from '#errors/failure.ts';
import { blaming } from './blame.ts';
import { snapshotPath } from './paths.ts';
import { openPayload } from './payload.ts';
import type { ReaderOptions } from './reader-options.ts';
import type { Checkpoint, Entry, SnapshotMark, SnapshotPartPayload } from './schemas.ts';

/** One verified part of a snapshot: the last entry of every document (tombstones too), in the order of the feed. */
export interface SnapshotPart {
  readonly part: number;
  readonly parts: number;
  readonly entries: readonly Entry[];
}

interface Progress {
  readonly part: number;
  readonly seq: number;
  readonly entries: number;
  readonly hash: string | null;
}

const checkPart = (held: Progress, value: SnapshotPartPayload, mark: SnapshotMark, feed: string): Progress => {
  if (value.feed !== feed || value.snapshot !== mark.id) throw new Failure('feed-other');
  if (value.part !== held.part + 1) throw new Failure('feed-order-broken', { part: value.part });
  if (value.previous !== held.hash) throw new Failure('feed-chain-broken');
  let { seq } = held;
  for (const entry of value.entries) {
    if (entry.seq <= seq || entry.seq > mark.seq) throw new Failure('feed-order-broken', { seq: entry.seq });
    seq = entry.seq;
  }
  return { part: value.part, seq, entries: held.entries + value.entries.length, hash: null };
};

const checkEnd = (held: Progress, mark: SnapshotMark): void => {
  if (held.hash !== mark.last) throw new Failure('feed-chain-broken', { seq: held.seq });
  if (held.entries !== mark.entries) throw new Failure('feed-order-broken', { seq: held.seq });
};

async function* readParts(
  { source, trust, signal }: ReaderOptions,
  feed: string,
  mark: SnapshotMark,
): AsyncGenerator<SnapshotPart, void, undefined> {
  let held: Progress = { part: 0, seq: 0, entries: 0, hash: null };
  while (held.part < mark.parts) {
    signal?.throwIfAborted();
    const file = snapshotPath(mark.id, held.part + 1);
    const bytes = await source.read(file, signal);
    if (bytes === null) throw new Failure('feed-truncated', { file });
    const entries = blaming({ file }, () => {
      const { value, hash } = openPayload('snapshot', bytes, trust);
      held = { ...checkPart(held, value, mark, feed), hash };
      if (held.part === mark.parts) checkEnd(held, mark);
      return value.entries;
    });
    yield { part: held.part, parts: mark.parts, entries };
  }
}

/** The parts of the snapshot that the checkpoint names, one in memory at a time. */
export const readSnapshot = (
  options: ReaderOptions,
  { feed, snapshot }: Checkpoint,
): AsyncGenerator<SnapshotPart, void, undefined> | null =>
  snapshot === null ? null : readParts(options, feed, snapshot);

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { blobsOf } from './blobs-of.ts';
import type { Change } from './change.ts';
import { writeDurably } from './durable.ts';
import { groupEntries } from './group-entries.ts';
import { blobPath, segmentPath } from './paths.ts';
import { sealPayload } from './payload.ts';
import { type Entry, entry, feedVersion } from './schemas.ts';
import { commitCheckpoint, type WriterState } from './writer-state.ts';

/** First and last sequence number of what was appended; `firstSeq` is greater than `lastSeq` when there was nothing. */
export interface Appended {
  readonly firstSeq: number;
  readonly lastSeq: number;
}

/** A change that readers would refuse must not enter: it would stop every one of them. */
const numbered = (changes: readonly Change[], seq: number, at: string): Entry[] =>
  changes.map((change, index) => {
    const result = entry.safeParse({ seq: seq + index + 1, at, change });
    if (!result.success)
      throw new Failure('feed-malformed', { file: `entry ${seq + index + 1}`, index }, { cause: result.error });
    return result.data;
  });

/** Blobs come before the entries that name them. */
const requireBlobs = async (state: WriterState, entries: readonly Entry[]): Promise<void> => {
  const named = new Set(entries.flatMap(({ change }) => (change.op === 'put' ? blobsOf(change.record) : [])));
  for (const blob of named) {
    await access(join(state.root, blobPath(blob))).catch((cause: unknown) => {
      throw new Failure('feed-blob-missing', { file: blobPath(blob) }, { cause });
    });
    state.namedBlobs?.add(blob);
  }
};

/**
 * Appends changes as one or more segments and then moves the checkpoint. What a crash leaves behind the checkpoint is
 * taken in by the next `mend`, for it is signed and chained.
 */
export const appendChanges = async (
  state: WriterState,
  changes: readonly Change[],
  issuedAt: string,
): Promise<Appended> => {
  const { feed, seq } = state.checkpoint;
  const entries = numbered(changes, seq, issuedAt);
  const appended = { firstSeq: seq + 1, lastSeq: seq + entries.length };
  if (entries.length === 0) return appended;
  await requireBlobs(state, entries);
  // All groups are made before the first is written, so that an entry that fits nowhere stops the whole append.
  const groups: Entry[][] = [];
  for await (const group of groupEntries(entries)) groups.push(group);
  let { segment, head } = state.checkpoint;
  for (const group of groups) {
    segment += 1;
    const value = { version: feedVersion, feed, segment, previous: head, issuedAt, entries: group } as const;
    const sealed = sealPayload('segment', value, state.key);
    await writeDurably(state.root, segmentPath(segment), sealed.file, state.onStep);
    head = sealed.hash;
  }
  await commitCheckpoint(state, { ...state.checkpoint, segment, seq: appended.lastSeq, head, issuedAt });
  return appended;
};

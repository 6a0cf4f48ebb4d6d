import type { KeyObject } from 'node:crypto';
import { Failure } from '#errors/failure.ts';
import type { FailureCode } from '#errors/failures.ts';
import type { FeedSource } from './feed-source.ts';
import { firstDifference, type LiveState, takeIn } from './live-state.ts';
import { snapshotPath } from './paths.ts';
import { positionAt } from './position.ts';
import { type FeedReader, openFeedReader } from './reader.ts';
import type { Checkpoint } from './schemas.ts';

/** How far the check has come. */
export interface VerifyProgress {
  readonly phase: 'snapshot' | 'segments' | 'blobs';
  readonly done: number;
  readonly of: number;
}

/** The first thing that is wrong with a feed: its code, the file, and the entry where one can be named. */
export interface FeedFault {
  readonly code: FailureCode;
  readonly file: string | null;
  readonly seq: number | null;
}

/** What a check of a whole feed found. Counts tell how far it came when there is a fault. */
export interface FeedReport {
  readonly checkpoint: Checkpoint | null;
  readonly segments: number;
  readonly entries: number;
  /** Documents that are not withdrawn. */
  readonly documents: number;
  readonly blobs: number;
  readonly fault: FeedFault | null;
}

export interface VerifyOptions {
  readonly source: FeedSource;
  readonly trust: readonly KeyObject[];
  /** How many of them must have signed the checkpoint; 1 where nothing is said. */
  readonly signatures?: number | undefined;
  readonly onProgress?: (progress: VerifyProgress) => void;
  readonly signal?: AbortSignal;
  /** Whether a blob was verified before, so that its bytes need not be read again; absent: all are read. */
  readonly isHere?: (blob: string) => Promise<boolean>;
}

interface Check {
  readonly reader: FeedReader;
  readonly report: (progress: VerifyProgress) => void;
  readonly signal: AbortSignal | undefined;
  readonly isHere: (blob: string) => Promise<boolean>;
  readonly counts: { segments: number; entries: number; documents: number; blobs: number };
  checkpoint: Checkpoint | null;
}

const foldSnapshot = async ({ reader, report }: Check, checkpoint: Checkpoint): Promise<LiveState> => {
  const state: LiveState = new Map();
  for await (const { part, parts, entries } of reader.snapshot(checkpoint) ?? []) {
    for (const entry of entries) takeIn(state, entry);
    report({ phase: 'snapshot', done: part, of: parts });
  }
  return state;
};

/** Where the segments reach back to the beginning, the snapshot must say what they say. */
const compareSnapshot = (checkpoint: Checkpoint, snapshot: LiveState, state: LiveState): void => {
  const seq = firstDifference(snapshot, state);
  if (seq === null || checkpoint.snapshot === null) return;
  throw new Failure('feed-order-broken', { file: snapshotPath(checkpoint.snapshot.id, 1), seq });
};

const foldSegments = async (check: Check, checkpoint: Checkpoint, snapshot: LiveState): Promise<LiveState> => {
  const { base } = checkpoint;
  const whole = base.segment === 0;
  const covered = checkpoint.snapshot?.seq ?? 0;
  const state: LiveState = whole ? new Map() : snapshot;
  for await (const { segment, entries } of check.reader.segments(positionAt(checkpoint, base), checkpoint)) {
    for (const entry of entries) {
      if (whole || entry.seq > covered) takeIn(state, entry);
      if (whole && entry.seq === covered) compareSnapshot(checkpoint, snapshot, state);
    }
    check.counts.segments += 1;
    check.counts.entries += entries.length;
    check.report({ phase: 'segments', done: segment - base.segment, of: checkpoint.segment - base.segment });
  }
  return state;
};

/** Only what a document still needs can be missing: a withdrawal takes blobs with it. */
const checkBlobs = async ({ reader, report, signal, isHere, counts }: Check, state: LiveState): Promise<void> => {
  const needed = new Map<string, number>();
  for (const { seq, blobs } of state.values()) for (const blob of blobs) needed.set(blob, seq);
  for (const [blob, seq] of needed) {
    signal?.throwIfAborted();
    if (!(await isHere(blob)))
      await reader.blob(blob).catch((cause: unknown) => {
        if (!(cause instanceof Failure)) throw cause;
        throw new Failure(cause.code, { ...cause.values, seq }, { cause });
      });
    counts.blobs += 1;
    report({ phase: 'blobs', done: counts.blobs, of: needed.size });
  }
};

const run = async (check: Check): Promise<void> => {
  const checkpoint = await check.reader.checkpoint();
  check.checkpoint = checkpoint;
  const snapshot = await foldSnapshot(check, checkpoint);
  const state = await foldSegments(check, checkpoint, snapshot);
  check.counts.documents = [...state.values()].filter(({ live }) => live).length;
  await checkBlobs(check, state);
};

const faultOf = ({ code, values }: Failure): FeedFault => ({
  code,
  file: typeof values.file === 'string' ? values.file : null,
  seq: typeof values.seq === 'number' ? values.seq : null,
});

/**
 * Checks a whole feed: checkpoint, snapshot, every segment (signature, order, chain), every blob that a live document
 * needs. Stops at the first fault and names it; never throws for one.
 *
 * @throws the signal's reason when aborted, and whatever is no fault of the feed.
 */
export const verifyFeed = async (options: VerifyOptions): Promise<FeedReport> => {
  const { source, trust, signatures, onProgress, signal, isHere } = options;
  const check: Check = {
    reader: openFeedReader({ source, trust, signatures, signal }),
    report: onProgress ?? (() => undefined),
    signal,
    isHere: isHere ?? (async () => false),
    counts: { segments: 0, entries: 0, documents: 0, blobs: 0 },
    checkpoint: null,
  };
  const fault = await run(check).then(
    () => null,
    (cause: unknown) => {
      if (cause instanceof Failure) return faultOf(cause);
      throw cause;
    },
  );
  return { checkpoint: check.checkpoint, ...check.counts, fault };
};

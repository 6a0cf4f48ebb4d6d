import type { KeyObject } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublicRecord } from '#record/records.ts';
import { type AuditHead, appendAttest, lastAttest } from './append-attest.ts';
import { type Appended, appendChanges } from './append-changes.ts';
import type { Attested } from './attest.ts';
import type { Change } from './change.ts';
import { collectBlobs } from './collect-blobs.ts';
import { writeParts } from './compact.ts';
import type { OnStep } from './durable.ts';
import { blamingFolder } from './folder-fault.ts';
import { folderSource } from './folder-source.ts';
import { publicHalf } from './keys.ts';
import { mend } from './mend.ts';
import { beginFeed, makeFolders, removePruned, removeSnapshots, tidy } from './open-folder.ts';
import { blobPath } from './paths.ts';
import { type Position, positionAt } from './position.ts';
import { openFeedReader } from './reader.ts';
import type { SnapshotMark } from './schemas.ts';
import { type Queue, serialQueue } from './serial-queue.ts';
import { storeBlob } from './store-blob.ts';
import { lockFolder, type WriterLock } from './writer-lock.ts';
import { commitCheckpoint, type WriterState } from './writer-state.ts';

export interface WriterOptions {
  /** Folder of the feed; made when it is missing. */
  readonly dir: string;
  /** Ed25519 private key that signs from now on. */
  readonly key: KeyObject;
  /** Public halves of earlier keys whose signatures the folder carries. */
  readonly trust?: readonly KeyObject[];
  /** Told after every durable step. A test stops the writer here. */
  readonly steps?: OnStep;
  /** Clock for a checkpoint that has to be mended. */
  readonly now?: () => Date;
}

/** The only writer of a feed. Its operations queue up; each is durable when its promise is fulfilled. */
export interface FeedWriter extends AsyncDisposable {
  /** Where the feed ends. */
  readonly position: Position;
  /** Stores bytes and gives their SHA-256 in hex, the name by which image sources call them. At most 64 MiB. */
  putBlob(bytes: Uint8Array): Promise<string>;
  /**
   * Appends changes in this order, all under the same instant.
   *
   * @throws Failure `feed-malformed` (a change that readers would refuse), `feed-too-large` (one entry over 4 MiB),
   * `feed-blob-missing` (blobs come first), `feed-locked` (another writer took over). Nothing is appended then. After any
   * other error (`data-unwritable`: a full disk, no right to write) some changes may have entered: read `position` after the next operation.
   */
  append(changes: readonly Change[], at: Date): Promise<Appended>;
  /** Signs the checkpoint anew, so that readers see that the gate lives. Renews the lock too. */
  touch(at: Date): Promise<void>;
  /** Writes a snapshot of what the feed says now; null when it is empty. Appends may go on meanwhile. */
  writeSnapshot(at: Date): Promise<SnapshotMark | null>;
  /** Removes the segments that the snapshot covers, and older snapshots. Readers further back start from the snapshot. */
  prune(at: Date): Promise<void>;
  /** The last checkpoint of the audit log that this feed has; null: none yet. */
  lastAttest(): Promise<Attested | null>;
  /**
   * Signs a checkpoint of the audit log. It never changes and is never pruned.
   *
   * @returns the number of it
   */
  attest(head: AuditHead, at: Date): Promise<number>;
  /** Removes a blob, if it is there. */
  removeBlob(sha256: string): Promise<void>;
  /** Removes blobs that none of the live records needs and that were last put before `before`; gives their number. */
  collectBlobs(live: Iterable<PublicRecord> | AsyncIterable<PublicRecord>, before: Date): Promise<number>;
}

/** Every write first makes sure of the lock, and of the folder when the last write did not end well. */
const guarded = (queue: Queue, state: WriterState, lock: WriterLock, now: () => Date): Queue => {
  let doubtful = false;
  return (work) =>
    queue(() =>
      blamingFolder(state.root, async () => {
        await lock.renew();
        if (doubtful) state.checkpoint = await mend(state, now);
        doubtful = true;
        const result = await work();
        doubtful = false;
        return result;
      }),
    );
};

const openState = async (options: WriterOptions, now: () => Date): Promise<WriterState> => {
  const { dir: root, key } = options;
  const source = folderSource(root);
  const trust = [publicHalf(key), ...(options.trust ?? [])];
  const onStep = options.steps ?? (() => undefined);
  const folder = { root, key, trust, source, reader: openFeedReader({ source, trust }), onStep };
  await beginFeed(folder, now);
  const checkpoint = await mend(folder, now);
  await tidy(root, checkpoint);
  return { ...folder, checkpoint, namedBlobs: null };
};

const takeSnapshot = async (state: WriterState, exclusive: Queue, issuedAt: string): Promise<SnapshotMark | null> => {
  const old = state.checkpoint.snapshot;
  const snapshot = await writeParts(state, state.checkpoint, issuedAt);
  if (snapshot === null) return null;
  await exclusive(async () => {
    await commitCheckpoint(state, { ...state.checkpoint, issuedAt, snapshot });
    // The one before stays a while, for whoever is reading it.
    await removeSnapshots(state.root, old === null ? [snapshot.id] : [snapshot.id, old.id]);
  });
  return snapshot;
};

const pruneSegments = async (state: WriterState, issuedAt: string): Promise<void> => {
  const { snapshot } = state.checkpoint;
  if (snapshot === null) return;
  const base = { segment: snapshot.segment, seq: snapshot.seq, head: snapshot.head };
  await commitCheckpoint(state, { ...state.checkpoint, issuedAt, base });
  await removePruned(state.root, state.checkpoint);
  await removeSnapshots(state.root, [snapshot.id]);
};

const writerOf = (state: WriterState, lock: WriterLock, now: () => Date): FeedWriter => {
  const writes = serialQueue();
  const exclusive = guarded(writes, state, lock, now);
  const housekeeping = serialQueue();
  const instantOf = (at: Date) => at.toISOString();
  return {
    get position() {
      return positionAt(state.checkpoint, state.checkpoint);
    },
    putBlob: (bytes) => exclusive(() => storeBlob(state.root, bytes, state.onStep)),
    append: (changes, at) => exclusive(() => appendChanges(state, changes, instantOf(at))),
    touch: (at) => exclusive(() => commitCheckpoint(state, { ...state.checkpoint, issuedAt: instantOf(at) })),
    writeSnapshot: (at) => housekeeping(() => takeSnapshot(state, exclusive, instantOf(at))),
    prune: (at) => housekeeping(() => exclusive(() => pruneSegments(state, instantOf(at)))),
    lastAttest: () => lastAttest(state),
    attest: (head, at) => exclusive(() => appendAttest(state, head, instantOf(at))),
    removeBlob: (sha256) => exclusive(() => rm(join(state.root, blobPath(sha256)), { force: true })),
    collectBlobs: (live, before) => housekeeping(() => collectBlobs(state, exclusive, live, before)),
    [Symbol.asyncDispose]: () => housekeeping(() => writes(() => lock.release())),
  };
};

/**
 * Opens a feed folder for writing: takes its lock, begins a new feed in an empty folder, mends what a stopped writer left.
 *
 * @throws Failure `feed-locked` when another writer lives; `feed-missing`, `feed-truncated`, `feed-chain-broken`,
 * `feed-signature-bad`, … when what the checkpoint vouches for is damaged; `data-unwritable`.
 */
export const openFeedWriter = async (options: WriterOptions): Promise<FeedWriter> => {
  const now = options.now ?? (() => new Date());
  const lock = await blamingFolder(options.dir, async () => {
    await makeFolders(options.dir);
    return lockFolder(options.dir);
  });
  try {
    return writerOf(await blamingFolder(options.dir, () => openState(options, now)), lock, now);
  } catch (cause) {
    await lock.release();
    throw cause;
  }
};

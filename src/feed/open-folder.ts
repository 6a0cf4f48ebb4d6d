import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { listSegments } from './list-segments.ts';
import { checkpointPath, segmentPath } from './paths.ts';
import { type Checkpoint, feedVersion } from './schemas.ts';
import { commitCheckpoint, type WriterState } from './writer-state.ts';

const folders = ['segments', 'blobs/sha256', 'snapshots', 'tmp', 'aside'];

/** Makes the folders of a feed, where they are missing. */
export const makeFolders = async (root: string): Promise<void> => {
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true });
};

/**
 * Begins a new feed where there is none.
 *
 * @throws Failure `feed-missing` when there are segments but no checkpoint: that is a damaged feed, not a new one.
 */
export const beginFeed = async (
  folder: Pick<WriterState, 'root' | 'key' | 'source' | 'onStep'>,
  now: () => Date,
): Promise<void> => {
  if ((await folder.source.read(checkpointPath)) !== null) return;
  if ((await listSegments(folder.root)).length > 0) throw new Failure('feed-missing', { feed: folder.root });
  const start = { segment: 0, seq: 0, head: null };
  await commitCheckpoint(folder, {
    version: feedVersion,
    feed: randomBytes(16).toString('hex'),
    ...start,
    base: start,
    issuedAt: now().toISOString(),
    snapshot: null,
  });
};

const empty = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
};

/** Removes snapshots that no checkpoint names any more: those begun and not finished, and old ones. */
export const removeSnapshots = async (root: string, keep: readonly string[]): Promise<void> => {
  for (const name of await readdir(join(root, 'snapshots'))) {
    if (!keep.includes(name)) await rm(join(root, 'snapshots', name), { recursive: true, force: true });
  }
};

/** Removes segments up to the base of the checkpoint: pruned ones. */
export const removePruned = async (root: string, checkpoint: Checkpoint): Promise<void> => {
  for (const number of await listSegments(root)) {
    if (number <= checkpoint.base.segment) await unlink(join(root, segmentPath(number)));
  }
};

/** Clears what a stopped writer left half done. Only at opening, while nothing else writes. */
export const tidy = async (root: string, checkpoint: Checkpoint): Promise<void> => {
  await empty(join(root, 'tmp'));
  await removeSnapshots(root, checkpoint.snapshot === null ? [] : [checkpoint.snapshot.id]);
  await removePruned(root, checkpoint);
};

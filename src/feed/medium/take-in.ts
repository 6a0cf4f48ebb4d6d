import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blobsOf } from '../blobs-of.ts';
import { type OnStep, syncFolder } from '../durable.ts';
import { removePruned, removeSnapshots } from '../open-folder.ts';
import { checkpointPath } from '../paths.ts';
import { readEntries } from '../read-entries.ts';
import type { FeedReader } from '../reader.ts';
import type { Checkpoint } from '../schemas.ts';
import { subjectOf } from '../subject-of.ts';

/** Pictures before the entries that name them, the checkpoint at the end: as the writer of a feed does it. */
const order = ['blobs/', 'snapshots/', 'segments/', 'audit/', checkpointPath];
const rank = (path: string): number => order.findIndex((start) => path.startsWith(start));

/** Moves what is laid out into the feed. Readers see nothing of it before the checkpoint has come, which is the last. */
export const promote = async (
  root: string,
  staging: string,
  staged: readonly string[],
  onStep: OnStep,
): Promise<void> => {
  for (const path of [...staged].sort((a, b) => rank(a) - rank(b))) {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    await rename(join(root, staging, path), target);
    await syncFolder(dirname(target));
    await onStep(`${path}: taken in`);
  }
};

const liveBlobs = async (reader: FeedReader, checkpoint: Checkpoint): Promise<Set<string>> => {
  const last = new Map<string, readonly string[]>();
  for await (const { change } of readEntries(reader, checkpoint))
    last.set(subjectOf(change), change.op === 'put' ? blobsOf(change.record) : []);
  return new Set([...last.values()].flat());
};

/** Takes out of the feed what its gate has taken out: pruned segments, earlier snapshots, pictures of what is withdrawn. */
export const tidyAfter = async (root: string, reader: FeedReader, checkpoint: Checkpoint): Promise<void> => {
  await removePruned(root, checkpoint);
  await removeSnapshots(root, checkpoint.snapshot === null ? [] : [checkpoint.snapshot.id]);
  const needed = await liveBlobs(reader, checkpoint);
  const blobs = join(root, 'blobs/sha256');
  for (const entry of await readdir(blobs, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && !needed.has(entry.name)) await rm(join(entry.parentPath, entry.name));
};

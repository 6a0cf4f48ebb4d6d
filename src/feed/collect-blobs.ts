import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublicRecord } from '#record/records.ts';
import { blobsOf } from './blobs-of.ts';
import { blobPath, capOf } from './paths.ts';
import type { Queue } from './serial-queue.ts';
import type { WriterState } from './writer-state.ts';

/** Names of all blobs in a feed folder. */
async function* listBlobs(root: string): AsyncGenerator<string, void, undefined> {
  for (const folder of await readdir(join(root, 'blobs/sha256'))) {
    for (const name of await readdir(join(root, 'blobs/sha256', folder))) {
      if (capOf(`blobs/sha256/${folder}/${name}`) !== null) yield name;
    }
  }
}

const removeIfOld = async (file: string, before: Date): Promise<boolean> => {
  const found = await stat(file).catch(() => null);
  if (found === null || found.mtime >= before) return false;
  await unlink(file);
  return true;
};

/**
 * Removes blobs that no live record needs and that were last put before a moment. Each removal waits its turn among the
 * writes, and a blob that an entry has named meanwhile stays.
 *
 * @param live Every record that the public may see now or at a set time.
 * @returns How many blobs were removed.
 */
export const collectBlobs = async (
  state: WriterState,
  exclusive: Queue,
  live: Iterable<PublicRecord> | AsyncIterable<PublicRecord>,
  before: Date,
): Promise<number> => {
  const named = new Set<string>();
  state.namedBlobs = named;
  const needed = new Set<string>();
  let removed = 0;
  try {
    for await (const record of live) for (const blob of blobsOf(record)) needed.add(blob);
    for await (const blob of listBlobs(state.root)) {
      if (needed.has(blob)) continue;
      const gone = await exclusive(
        async () => !named.has(blob) && removeIfOld(join(state.root, blobPath(blob)), before),
      );
      if (gone) removed += 1;
    }
  } finally {
    state.namedBlobs = null;
  }
  return removed;
};

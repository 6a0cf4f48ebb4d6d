import { markDirty } from './apply.ts';
import type { ImageStore } from './image-store.ts';
import type { Store } from './store.ts';

/** Fetches bytes whose hash has been checked; throws a Failure otherwise. */
export type FetchBlob = (sha256: string) => Promise<Uint8Array>;

/** Names of files that are used but have not come. */
export const missingBlobs = (store: Store): string[] =>
  store
    .sql('SELECT sha FROM blob_missing WHERE sha IN (SELECT sha FROM blob_use)')
    .all()
    .map((row) => String(row.sha));

/** Notes that a file is here: its pictures, and what shows them, are made again. */
const arrived = (store: Store, sha: string): void =>
  store.database.transaction(() => {
    store.sql('DELETE FROM blob_missing WHERE sha = ?').run(sha);
    for (const { id } of store.sql('SELECT id FROM blob_use WHERE sha = ?').all(sha)) markDirty(store, String(id));
  });

/**
 * Copies files into the node's own store.
 * @returns the first failure, once all were tried: one bad file holds up nothing else, least of all a withdrawal
 */
export const fetchBlobs = async (images: ImageStore, names: readonly string[], fetch: FetchBlob): Promise<unknown> => {
  let failure: unknown = null;
  for (const sha of names) {
    if (images.has(sha)) continue;
    try {
      images.put(sha, await fetch(sha));
    } catch (error) {
      failure ??= error;
    }
  }
  return failure;
};

/** Fetches what is still missing. @returns the first failure, or null */
export const completeBlobs = async (store: Store, images: ImageStore, fetch: FetchBlob): Promise<unknown> => {
  let failure: unknown = null;
  for (const sha of missingBlobs(store)) {
    const failed = await fetchBlobs(images, [sha], fetch);
    if (failed) failure ??= failed;
    else arrived(store, sha);
  }
  return failure;
};

/** Deletes files that no document needs any more. */
export const releaseBlobs = (store: Store, images: ImageStore, names: Iterable<string>): void => {
  for (const sha of names) if (!store.sql('SELECT 1 FROM blob_use WHERE sha = ? LIMIT 1').get(sha)) images.remove(sha);
};

/** After a crash: deletes what nobody needs, and notes what should be here and is not. */
export const sweepBlobs = (store: Store, images: ImageStore): void => {
  releaseBlobs(store, images, images.list());
  store.database.transaction(() => {
    const miss = store.sql('INSERT OR IGNORE INTO blob_missing VALUES (?)');
    for (const { sha } of store.sql('SELECT DISTINCT sha FROM blob_use').all())
      if (!images.has(String(sha))) miss.run(String(sha));
    store.sql('DELETE FROM blob_missing WHERE sha NOT IN (SELECT sha FROM blob_use)').run();
  });
};

import type { Entry } from '#feed/schemas.ts';
import { applyEntry } from './apply.ts';
import { releaseBlobs } from './blobs.ts';
import type { FollowParts } from './follow-parts.ts';

/**
 * Writes entries and what they change in one transaction.
 * @param done what belongs into the same transaction, the position above all
 */
export const applyAll = (parts: FollowParts, entries: Iterable<Entry>, done: () => void): void => {
  const { store, images } = parts;
  const now = new Date().toISOString();
  const released = store.database.transaction(() => {
    const names: string[] = [];
    for (const entry of entries) names.push(...applyEntry(store, entry, now, images.has));
    done();
    return names;
  });
  parts.changed();
  releaseBlobs(store, images, released);
};

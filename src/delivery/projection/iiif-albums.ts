import { findIiifSource, type IiifSource } from './iiif-source.ts';
import type { Store } from './store.ts';

/** Most pictures in one manifest: about a mebibyte. Of a longer album it has the first; the list in `/v1` has all. */
export const longestManifest = 1000;

const from = 'FROM member CROSS JOIN iiif_source ON iiif_source.id = member.image WHERE member.album = ?';

/** Pictures of an album that viewers can be shown at this moment, in order. */
export const sourcesIn = (store: Store, album: string, limit = longestManifest): IiifSource[] =>
  store
    .sql(`SELECT member.image ${from} ORDER BY member.pos LIMIT ?`)
    .all(album, limit)
    .flatMap(({ image }) => findIiifSource(store, String(image)) ?? []);

/** The picture that stands for an album: the chosen one where it can be shown, else the first that can. */
export const coverSource = (store: Store, album: string, chosen: string | null): IiifSource | null => {
  const isThere =
    chosen !== null && store.sql(`SELECT 1 ${from} AND member.image = ?`).get(album, chosen) !== undefined;
  return (isThere ? findIiifSource(store, chosen) : null) ?? sourcesIn(store, album, 1)[0] ?? null;
};

/** Instant of the last change of any album, or of what one shows. */
export const albumsModified = (store: Store): string => {
  const modified = store.sql(`SELECT modified FROM kind WHERE type = 'album'`).get()?.modified;
  return typeof modified === 'string' ? modified : new Date(0).toISOString();
};

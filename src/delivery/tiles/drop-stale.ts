import { forgetStale, staleIds } from '../projection/iiif-source.ts';
import type { Store } from '../projection/store.ts';
import type { TileCache } from './tile-cache.ts';

/**
 * Deletes what was cut of pictures that are withdrawn or have changed. What cannot be deleted is tried again after the
 * next change and at the next start; it is not served meanwhile, for the store no longer offers it.
 */
export const dropStale = (store: Store, cache: TileCache): void => {
  for (const id of staleIds(store)) if (cache.drop(id)) forgetStale(store, id);
};

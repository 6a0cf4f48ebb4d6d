import { maxPages } from './bounds.ts';
import type { ReadAt } from './byte-source.ts';
import { chainOf, openTiff } from './tiff-folders.ts';

/** Pages of a TIFF, counted up to one more than there may be; 0 where it cannot be read, which its decoder will say. */
export function countPages(read: ReadAt): number {
  try {
    return [...chainOf(openTiff(read), maxPages + 1)].length;
  } catch {
    return 0;
  }
}

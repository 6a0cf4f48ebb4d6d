import { maxPages } from '../bounds.ts';
import type { ReadAt } from './byte-source.ts';
import { chainOf, openTiff } from './tiff-folders.ts';

/** Pages of a TIFF, counted up to one more than there may be. Throws where a page's folder breaks off. */
export function countPages(read: ReadAt): number {
  const pages = [...chainOf(openTiff(read), maxPages + 1)];
  if (!pages.every(({ whole }) => whole)) throw new Error('a TIFF that breaks off');
  return pages.length;
}

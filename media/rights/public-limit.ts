import { longestSide, renditionWidths, type Size } from '../sizes/renditions.ts';

/** How large a picture may leave us, in pixels: no copy of it is wider, higher or of more area. */
export interface PublicLimit {
  readonly maxWidth: number;
  readonly maxHeight: number;
  readonly maxArea: number;
}

/**
 * The one place that says how large the public may have a picture. The largest public rendition decides: it is also the
 * size of the access copy, so that tiles put together again give no more pixels than that rendition has.
 * @param size of the largest public rendition
 * @param maxSide what rights allow: pixels of the longer side; null: as much as anybody gets. It bounds each side, and so
 *   what is scaled up too
 */
export function publicLimit(size: Size, maxSide: number | null = null): PublicLimit {
  const allowed = maxSide ?? longestSide;
  const maxWidth = Math.min(Math.max(...renditionWidths), allowed);
  const maxHeight = Math.min(longestSide, allowed);
  const maxArea = Math.max(maxWidth * maxWidth, size.width * size.height);
  return { maxWidth, maxHeight, maxArea: Math.min(maxArea, maxWidth * maxHeight) };
}

import { longestSide, renditionWidths, type Size } from './renditions.ts';

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
 */
export function publicLimit(size: Size): PublicLimit {
  const maxWidth = Math.max(...renditionWidths);
  return { maxWidth, maxHeight: longestSide, maxArea: Math.max(maxWidth * maxWidth, size.width * size.height) };
}

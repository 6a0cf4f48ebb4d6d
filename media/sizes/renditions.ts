/** Widths in pixels at which the public gets a picture. */
export const renditionWidths: readonly number[] = [320, 640, 1024, 1600, 2400];

/** No side of a rendition is longer, however tall or wide the master is: browsers and WebP (16,383) have limits. */
export const longestSide = 7200;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The sizes to make of a picture of `master` size (upright): every step narrower than it, and its own width when that is
 * below the last step. Never larger than the master; ascending.
 * @param maxSide no side is longer, where rights say so
 */
export function renditionSizes(
  master: Size,
  widths: readonly number[] = renditionWidths,
  maxSide: number = longestSide,
): Size[] {
  const longest = Math.min(maxSide, longestSide);
  const widest = Math.min(Math.max(...widths), master.width);
  const sizes = new Map<number, Size>();
  for (const step of [...widths.filter((width) => width < widest), widest].sort((a, b) => a - b)) {
    const scale = Math.min(step / master.width, longest / master.height, longest / master.width, 1);
    const width = Math.max(1, Math.round(master.width * scale));
    sizes.set(width, { width, height: Math.max(1, Math.round(master.height * scale)) });
  }
  return [...sizes.values()];
}

/** Firefox lays out 17.9 million pixels, Chromium 33.5 million; what lies below cannot be reached. */
const tallest = 15_000_000;

/**
 * Ways between where the bar stands and what is in sight there. They are the same place as long as a browser can lay out
 * everything; beyond that the bar still covers all of it, and each step of it goes further. Pixels everywhere.
 */
export interface TallScroll {
  /** Height of what is laid out. */
  readonly height: number;
  /** Upper edge of what is in sight when the bar stands there. */
  seenAt(bar: number): number;
  /** Where the bar stands when this is the upper edge of what is in sight. */
  barAt(seen: number): number;
}

/**
 * @param height of everything
 * @param sight height of what is in sight
 */
export const tallScroll = (height: number, sight: number): TallScroll => {
  const laidOut = Math.min(height, tallest);
  const stretch = laidOut === height || laidOut <= sight ? 1 : (height - sight) / (laidOut - sight);
  return { height: laidOut, seenAt: (bar) => bar * stretch, barAt: (seen) => seen / stretch };
};

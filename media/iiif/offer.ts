import type { PublicLimit } from '../rights/public-limit.ts';
import { pyramidLevels } from '../sizes/pyramid.ts';
import type { Size } from '../sizes/renditions.ts';

/** Side in pixels of the tiles that viewers are asked to ask for. */
export const tileSide = 512;

/** Whole pictures that come cheaply: the levels of the pyramid as far as they are within the limit, smallest first. */
export const cheapSizes = (whole: Size, { maxWidth, maxHeight, maxArea }: PublicLimit): Size[] =>
  pyramidLevels(whole)
    .filter(({ width, height }) => width <= maxWidth && height <= maxHeight && width * height <= maxArea)
    .reverse();

/** By how much tiles may be reduced: 1, 2, 4 … up to where the whole picture is one tile. */
export function scaleFactors({ width, height }: Size): number[] {
  const halvings = Math.max(0, Math.ceil(Math.log2(Math.max(width, height) / tileSide)));
  return Array.from({ length: halvings + 1 }, (_, power) => 2 ** power);
}

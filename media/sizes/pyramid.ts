import type { Size } from './renditions.ts';

/** Side of the tiles inside an access copy: four of them make a tile of the public, and a cut between them decodes little more. */
export const innerTile = 256;

/**
 * The sizes of the levels of a pyramid over a picture, the whole picture first: each half of the one before, rounded down,
 * until one fits into a tile or is a single pixel wide or high. So does the program that writes them.
 */
export function pyramidLevels(whole: Size): Size[] {
  let { width, height } = whole;
  const levels = [{ width, height }];
  while ((width > innerTile || height > innerTile) && width > 1 && height > 1) {
    [width, height] = [Math.floor(width / 2), Math.floor(height / 2)];
    levels.push({ width, height });
  }
  return levels;
}

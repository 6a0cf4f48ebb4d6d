import type { Plan } from '../iiif/plan.ts';
import type { Size } from './renditions.ts';

/** Side of the tiles in which the studio shows a picture at any size, in pixels. */
export const zoomTile = 512;

/** The longest side of what the studio looks into: more is scaled down, so that a copy stays within memory. */
export const longestZoom = 12_000;

/** The size of the copy into which somebody looks. @param shown of the picture, the right way up */
export const zoomSize = ({ width, height }: Size): Size => {
  const scale = Math.min(1, longestZoom / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
};

/** The level at which a pixel of the copy is a pixel of the screen; each level below is half as large, 0 is a single pixel. */
export const deepestLevel = ({ width, height }: Size): number => Math.ceil(Math.log2(Math.max(width, height)));

/** The tile at a place of a level; null where there is none. */
export const tileAt = (whole: Size, level: number, column: number, row: number): Plan | null => {
  const deepest = deepestLevel(whole);
  if (level > deepest) return null;
  // Of the copy, for each pixel of the level
  const scale = 2 ** (deepest - level);
  const [left, top] = [column * zoomTile * scale, row * zoomTile * scale];
  if (left >= whole.width || top >= whole.height) return null;
  const region = {
    left,
    top,
    width: Math.min(zoomTile * scale, whole.width - left),
    height: Math.min(zoomTile * scale, whole.height - top),
  };
  const size = { width: Math.ceil(region.width / scale), height: Math.ceil(region.height / scale) };
  return { region, size, rotation: { mirror: false, degrees: 0 }, quality: 'default', format: 'jpg' };
};

import sharp, { type Sharp } from 'sharp';
import type { Size } from '../sizes/renditions.ts';

/** A picture at one size. */
export interface Step {
  readonly size: Size;
  readonly pixels: () => Sharp;
}

/** Sizes of one picture, ascending. */
export type Steps = readonly [Step, ...Step[]];

/** Works a pipeline off once; whatever is begun from its pixels does not do so again. */
export const settled = async (pipeline: Sharp): Promise<() => Sharp> => {
  const { data, info } = await pipeline.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return () => sharp(data, { raw });
};

/** The smallest step that covers this size; the largest there is, where none does. */
export const tightest = (steps: Steps, { width, height }: Size): Step =>
  steps.find(({ size }) => size.width >= width && size.height >= height) ?? steps.at(-1) ?? steps[0];

/**
 * Makes sizes of one picture, each from the smallest that is at least twice as large: nobody can tell it from one made of the
 * largest, and fewer pixels are read. Where a picture is transparent each is made of the largest: its colours are rounded at each
 * scaling.
 * @param largest what all of them are made of
 * @param sizes ascending; that of `largest` may be among them
 */
export const scaleDown = async (largest: Step, sizes: readonly Size[], isTransparent: boolean): Promise<Steps> => {
  let steps: Steps = [largest];
  for (const size of sizes.toReversed()) {
    if (size === largest.size) continue;
    const from = isTransparent ? largest : tightest(steps, { width: 2 * size.width, height: 2 * size.height });
    steps = [{ size, pixels: await settled(from.pixels().resize({ ...size, fit: 'fill' })) }, ...steps];
  }
  return steps;
};

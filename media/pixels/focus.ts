import sharp from 'sharp';
import type { Pixels } from './thumbhash.ts';

/**
 * Where the eye is drawn (luminance frequency, saturation, skin tones), as fractions of width and height, rounded to
 * hundredths. The longer side is cut by half, since nothing draws the eye to a crop that is the whole picture.
 */
export async function focusOf({ data, width, height }: Pixels): Promise<[x: number, y: number]> {
  const [w, h] = width >= height ? [Math.ceil(width / 2), height] : [width, Math.ceil(height / 2)];
  const { info } = await sharp(data, { raw: { width, height, channels: 4 } })
    .resize(w, h, { fit: 'cover', position: 'attention' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [fraction(info.attentionX, width), fraction(info.attentionY, height)];
}

/** @NOTE A point on the very edge is an artefact of the edge, so the middle stands for it. */
function fraction(at: number | undefined, size: number): number {
  const rounded = Math.round(((at ?? 0) / size) * 100) / 100;
  return rounded >= 0.03 && rounded <= 0.97 ? rounded : 0.5;
}

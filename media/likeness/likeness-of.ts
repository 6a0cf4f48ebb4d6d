import sharp from 'sharp';
import type { Pixels } from '../pixels/thumbhash.ts';
import { type Likeness, quickBits } from './likeness.ts';

/** Cells across and down of each part; a row has one cell more, as the last has no neighbour. */
const quick = 8;
const fine = 16;

/** Steps of grey (of 255) from which two neighbours are said to differ. */
const distinct = 2;

/** Of a picture with fewer differences than this share, noise alone decides: nothing is said of it. */
const enough = 1 / 4;

/**
 * The likeness of a picture the right way up.
 * @returns null for a picture that is as good as one colour: it would look like every other one of its kind
 */
export async function likenessOf(pixels: Pixels): Promise<Likeness | null> {
  const first = await gradients(pixels, quick);
  if (first.distinct < enough * quickBits) return null;
  const second = await gradients(pixels, fine);
  return first.hex + second.hex;
}

async function gradients({ data, width, height }: Pixels, side: number): Promise<{ hex: string; distinct: number }> {
  const cells = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .resize(side + 1, side, { fit: 'fill' })
    .raw()
    .toBuffer();
  let hex = '';
  let differing = 0;
  for (let cell = 0; cell < side * side; cell += 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit += 1) {
      const at = cell + bit + Math.floor((cell + bit) / side);
      const step = (cells[at + 1] ?? 0) - (cells[at] ?? 0);
      if (Math.abs(step) >= distinct) differing += 1;
      digit = digit * 2 + (step > 0 ? 1 : 0);
    }
    hex += digit.toString(16);
  }
  return { hex, distinct: differing };
}

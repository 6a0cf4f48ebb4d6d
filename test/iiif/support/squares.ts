import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect } from 'vitest';

const reference = join(import.meta.dirname, '../../../../shared/iiif/67352ccc-d1b0-11e1-89ae-279075081939.png');

/** A picture of a hundred squares, each of one colour: what comes back tells which part of it was taken. */
export interface Squares {
  readonly name: string;
  readonly bytes: Uint8Array;
  colourOf(column: number, row: number): Promise<Colour>;
}

export type Colour = readonly [red: number, green: number, blue: number];

/** Mean colour of a part of a picture, given in its pixels. */
export const colourIn = async (bytes: Uint8Array, left: number, top: number, side: number): Promise<Colour> => {
  const { data } = await sharp(bytes)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .extract({
      left: Math.round(left),
      top: Math.round(top),
      width: Math.max(1, Math.round(side)),
      height: Math.max(1, Math.round(side)),
    })
    .resize(1, 1, { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return [data[0] ?? 0, data[1] ?? 0, data[2] ?? 0];
};

const squaresOf = (name: string, bytes: Uint8Array): Squares => ({
  ...{ name, bytes },
  colourOf: (column, row) => colourIn(bytes, column * 100 + 40, row * 100 + 40, 20),
});

/** A hundred colours, no two neighbours alike. */
const drawn = async (): Promise<Uint8Array> => {
  const pixels = Buffer.alloc(10 * 10 * 3);
  for (let square = 0; square < 100; square += 1)
    pixels.set([(square * 89) % 256, (square * 151 + 40) % 256, (square * 199 + 90) % 256], square * 3);
  return sharp(pixels, { raw: { width: 10, height: 10, channels: 3 } })
    .resize(1000, 1000, { kernel: 'nearest' })
    .png()
    .toBuffer();
};

/** Our own picture, and the one that the public validator of IIIF takes, where it lies beside the project. */
export const readSquares = async (): Promise<Squares[]> => {
  const own = squaresOf('a hundred squares of our own', await drawn());
  if (!existsSync(reference)) {
    console.warn('LEFT OUT: ../shared/iiif is not there, so the reference picture of the validator was not cut');
    return [own];
  }
  return [own, squaresOf('the reference picture of the validator', readFileSync(reference))];
};

/** As far apart as the validator allows, in each of red, green and blue. */
const tolerance = 6;

export const expectColour = (seen: Colour, wanted: Colour, about: string): void => {
  const apart = Math.max(...seen.map((value, band) => Math.abs(value - (wanted[band] ?? 0))));
  expect(apart, `${about}: ${seen.join()} instead of ${wanted.join()}`).toBeLessThanOrEqual(tolerance);
};

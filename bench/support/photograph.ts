import sharp from 'sharp';

/** Of the picture that is drawn, before the camera's own size. */
const drawn = { width: 2725, height: 2225 } as const;
const camera = { width: 5450, height: 4450 } as const;

/** Grey levels by which light differs from spot to spot, at most, at each size of spots. */
const contrast = 60;

/** Grey levels by which a sensor errs. */
const grain = 2.2;

/** Numbers from 0 to 1 that are the same at every run of the same seed (mulberry32, public domain). */
const numbers = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Adds spots of light as large as the picture divided by `cells`. */
const addOctave = (plane: Float32Array, cells: number, next: () => number): void => {
  const { width, height } = drawn;
  const across = cells + 2;
  const lattice = Float32Array.from({ length: across * across }, () => next() - 0.5);
  for (let y = 0, at = 0; y < height; y += 1) {
    const row = (y / height) * cells;
    const above = Math.floor(row) * across;
    const down = row - Math.floor(row);
    for (let x = 0; x < width; x += 1, at += 1) {
      const column = (x / width) * cells;
      const corner = above + Math.floor(column);
      const right = column - Math.floor(column);
      const top = mix(lattice[corner], lattice[corner + 1], right);
      const bottom = mix(lattice[corner + across], lattice[corner + across + 1], right);
      plane[at] = (plane[at] ?? 0) + contrast * (top + (bottom - top) * down);
    }
  }
};

const mix = (from = 0, to = 0, share: number): number => from + (to - from) * share;

/**
 * A JPEG of 24 million pixels, as a camera makes it: there is as much contrast at each size of detail, as in photographs of
 * the world (an amplitude of 1/f: Field, "Relations between the statistics of natural images and the response properties of
 * cortical cells", J. Opt. Soc. Am. A 4, 1987), and the sensor adds grain.
 * @param seed another number is another picture
 */
export const photograph = async (seed = 1): Promise<Buffer> => {
  const { width, height } = drawn;
  const next = numbers(seed);
  const light = new Float32Array(width * height).fill(118);
  for (let cells = 2; cells <= 2048; cells *= 2) addOctave(light, cells, next);
  const tint = [new Float32Array(width * height), new Float32Array(width * height)] as const;
  for (const plane of tint) for (let cells = 2; cells <= 64; cells *= 2) addOctave(plane, cells, next);
  const data = new Uint8ClampedArray(width * height * 3);
  for (let at = 0; at < light.length; at += 1) {
    const grey = light[at] ?? 0;
    const [warm, green] = [(tint[0][at] ?? 0) / 3, (tint[1][at] ?? 0) / 4];
    data.set([grey + warm, grey + green, grey - warm], at * 3);
  }
  const large = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize({ ...camera, kernel: 'cubic' })
    .raw()
    .toBuffer();
  for (let at = 0; at < large.length; at += 1)
    large[at] = clamped((large[at] ?? 0) + (next() + next() - 1) * grain * 2);
  return sharp(large, { raw: { ...camera, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
};

const clamped = (value: number): number => Math.max(0, Math.min(255, Math.round(value)));

/** The same picture in other bytes: a comment (ISO/IEC 10918-1, B.2.4.5) after the first marker holds the number. */
export const withNumber = (jpeg: Buffer, number: number): Buffer => {
  const text = Buffer.from(String(number).padStart(8, '0'));
  const segment = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, text, jpeg.subarray(2)]);
};

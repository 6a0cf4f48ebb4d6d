import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** A picture of some hundred kilobytes. */
export const noise = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const raw = { width: 600, height: 400, channels: 3 as const };
  return new Uint8Array(
    await sharp(randomBytes(600 * 400 * 3), { raw })
      .jpeg({ quality: 95 })
      .toBuffer(),
  );
};

import { Buffer } from 'node:buffer';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';

/** Uncompressed RGBA, 8 bits a channel, row by row. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The ThumbHash of a picture in base64: about 25 bytes that show its colours and proportions while it loads. */
export async function thumbhashOf(pixels: Pixels): Promise<string> {
  const { data, info } = await sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 4 } })
    .resize(100, 100, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

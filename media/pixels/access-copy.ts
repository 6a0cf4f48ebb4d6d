import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { innerTile } from '../sizes/pyramid.ts';

/** What tiles are cut from. */
export interface AccessCopy {
  readonly width: number;
  readonly height: number;
  /** Lower-case hex of `bytes`. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/**
 * A tiled pyramid of JPEG tiles in a TIFF: whatever part of the picture is asked for at whatever size, only about as many
 * pixels are decoded as are shown. It holds pixels alone, no word of the master and none of ours: rights are written into
 * what is cut from it.
 *
 * @param pixels upright, sRGB; what is transparent becomes white, as in every JPEG of ours
 */
export async function makeAccessCopy(pixels: Sharp): Promise<AccessCopy> {
  const { data, info } = await pixels
    .flatten({ background: '#ffffff' })
    .tiff({ compression: 'jpeg', quality: 90, tile: true, tileWidth: innerTile, tileHeight: innerTile, pyramid: true })
    .toBuffer({ resolveWithObject: true });
  const sha256 = createHash('sha256').update(data).digest('hex');
  return { width: info.width, height: info.height, sha256, bytes: data };
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { scaleFactors, tileSide } from '#media/iiif/offer.ts';
import { makeAccessCopy } from '#media/pixels/access-copy.ts';
import { newSigningKey, publicHalf, saveKey } from '../../src/feed/keys.ts';
import { openFeedWriter } from '../../src/feed/writer.ts';
import { image } from '../../test/support/records.ts';
import { photograph } from './photograph.ts';

/** A picture in a feed, and the same pixels in files for others to cut. */
export interface TileFeed {
  readonly id: string;
  /** JPEG, flat. */
  readonly master: string;
  /** TIFF, a pyramid: what our node cuts. */
  readonly copy: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Every tile of every scale, from the region on, as a viewer asks for them. */
  readonly tiles: readonly string[];
}

/** The regions and sizes of all tiles (IIIF Image API 3.0, implementation notes). */
const tilesOf = ({ width, height }: TileFeed['size']): string[] =>
  scaleFactors({ width, height }).flatMap((factor) => {
    const step = tileSide * factor;
    const tiles: string[] = [];
    for (let top = 0; top < height; top += step)
      for (let left = 0; left < width; left += step) {
        const [wide, high] = [Math.min(step, width - left), Math.min(step, height - top)];
        const size = `${Math.ceil(wide / factor)},${Math.ceil(high / factor)}`;
        tiles.push(`${left},${top},${wide},${high}/${size}/0/default.jpg`);
      }
    return tiles;
  });

/**
 * Writes a feed with one picture of 24 megapixels whose access copy is as large as the picture itself, so that both sides
 * cut the same pixels. What the gate releases is smaller; a tile of it costs the same.
 */
export const writeTileFeed = async (folder: string): Promise<TileFeed> => {
  const bytes = await photograph();
  const copy = await makeAccessCopy(sharp(bytes));
  const size = { width: copy.width, height: copy.height };
  await mkdir(join(folder, 'files'), { recursive: true });
  const files = { master: join(folder, 'files/master.jpg'), copy: join(folder, 'files/copy.tif') };
  await Promise.all([writeFile(files.master, bytes), writeFile(files.copy, copy.bytes)]);
  const key = newSigningKey();
  await saveKey(join(folder, 'gate.pem'), key);
  await saveKey(join(folder, 'trust.pem'), publicHalf(key));
  await using writer = await openFeedWriter({ dir: join(folder, 'feed'), key });
  const [rendition, blob] = [await writer.putBlob(bytes), await writer.putBlob(copy.bytes)];
  const accessCopy = { ...size, blob, bytes: copy.bytes.length };
  const record = image('anh', [rendition], { over: { ...size, accessCopy } });
  await writer.append([{ op: 'put', record }], new Date());
  return { id: record.id, ...files, size, tiles: tilesOf(size) };
};

import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { renditionWidths } from '#media/sizes/renditions.ts';

/** Settings of ours, so that both sides make the same files. */
const webp = { quality: 80, effort: 2 } as const;
const jpeg = { quality: 80, progressive: true } as const;
const pyramid = {
  compression: 'jpeg',
  quality: 90,
  tile: true,
  tileWidth: 256,
  tileHeight: 256,
  pyramid: true,
} as const;

const encode = (input: Sharp): Promise<unknown> =>
  Promise.all([input.clone().webp(webp).toBuffer(), input.clone().jpeg(jpeg).toBuffer()]);

/** Five widths in two formats, each made from the master. */
export const fromMasterEach = async (master: Buffer): Promise<void> => {
  for (const width of renditionWidths) await encode(sharp(master).autoOrient().resize(width));
};

const decode = async (master: Buffer, width: number): Promise<() => Sharp> => {
  const { data, info } = await sharp(master).autoOrient().resize(width).raw().toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return () => sharp(data, { raw });
};

const sizesOf = async (pixels: () => Sharp): Promise<void> => {
  for (const width of renditionWidths) await encode(pixels().resize(width));
};

const widest = Math.max(...renditionWidths);

/** Five widths in two formats, from one decode: what somebody writes who knows sharp well. */
export const fromOneDecode = async (master: Buffer): Promise<void> => sizesOf(await decode(master, widest));

/** One width in two formats, from one decode. */
export const oneWidth = async (master: Buffer, width: number): Promise<void> => {
  await encode((await decode(master, width))());
};

/** A file with bytes that are really on the disk. */
const store = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(join(folder, name), 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Cells of a hash of differences, 64 bits and 256 bits. */
const hashes = [8, 16] as const;

/**
 * All that taking in a picture and releasing it makes, by sharp alone and from one decode: name of the bytes, file, header,
 * hashes of how it looks, small picture, sizes, access copy.
 */
export const everything = async (folder: string, master: Buffer): Promise<void> => {
  await store(folder, createHash('sha256').update(master).digest('hex'), master);
  await sharp(master).metadata();
  const pixels = await decode(master, widest);
  for (const side of hashes) {
    await pixels()
      .greyscale()
      .resize(side + 1, side, { fit: 'fill' })
      .raw()
      .toBuffer();
  }
  await pixels().resize(100, 100, { fit: 'inside' }).ensureAlpha().raw().toBuffer();
  await sizesOf(pixels);
  await pixels().tiff(pyramid).toBuffer();
};

import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { tiffOfPages, vector } from './formats.ts';
import { gridOf } from './heif-boxes.ts';
import { flag, pngOf } from './pictures.ts';
import { tag, tiffFile } from './tiff-files.ts';

/** Writes other numbers behind the first place where these bytes are. */
const patched = (file: Uint8Array, mark: Buffer, behind: number, bytes: Buffer): Buffer => {
  const copy = Buffer.from(file);
  copy.set(bytes, copy.indexOf(mark) + behind);
  return copy;
};

const u16be = (...values: number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));
const u16le = (...values: number[]) => Buffer.from(values.flatMap((value) => [value & 255, value >> 8]));
const u32be = (...values: number[]) =>
  Buffer.concat(
    values.map((value) => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])),
  );

/** A PNG with a chunk that nobody needs and that claims to be as long as a chunk can be, and longer. */
const pngWithChunk = async (length: number): Promise<Buffer> => {
  const png = await flag(60, 40).png().toBuffer();
  const body = Buffer.from('teXtcomment\0hello');
  const sum = u32be(crc32(body));
  return Buffer.concat([png.subarray(0, 33), u32be(length), body, sum, png.subarray(33)]);
};

const huge = 30_000;

const hugeTiff = (mark: string): Buffer =>
  tiffFile(
    [
      {
        ...{
          [tag.width]: { long: [huge] },
          [tag.height]: { long: [huge] },
          [tag.depth]: { short: [8] },
          [tag.compression]: { short: [8] },
          [tag.colours]: { short: [1] },
        },
        ...{ [tag.places]: { at: Buffer.alloc(100) }, [tag.rows]: { long: [huge] }, [tag.sizes]: { long: [100] } },
      },
    ],
    { mark },
  );

/** A TIFF of several pages whose last folder names an earlier one as the next: whoever follows the chain never ends. */
const endlessTiff = (pages: number, back: number): Buffer => {
  const tiff = tiffOfPages(pages);
  const places: number[] = [];
  for (let at = tiff.readUInt32LE(4); at !== 0; ) {
    places.push(at);
    const next = at + 2 + tiff.readUInt16LE(at) * 12;
    at = tiff.readUInt32LE(next);
    if (at === 0) tiff.writeUInt32LE(places[back] ?? 0, next);
  }
  return tiff;
};

/** A JPEG whose EXIF names its first folder as the folder of the exposure, and as the one that follows. */
const turningExif = async (): Promise<Buffer> => {
  const said = { IFD0: { Artist: 'Lan' }, IFD2: { DateTimeOriginal: '2019:03:02 07:15:00' } };
  const jpeg = await flag(60, 40).jpeg().withExif(said).toBuffer();
  const tiff = jpeg.subarray(jpeg.indexOf('Exif\0\0') + 6);
  const isLittle = tiff.subarray(0, 2).toString() === 'II';
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const set = (at: number, value: number) => (isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  const first = u32(4);
  const entries = Array.from({ length: u16(first) }, (_, index) => first + 2 + index * 12);
  const named = entries.find((at) => u16(at) === tag.exif);
  if (named === undefined) throw new Error('no folder of the exposure');
  set(named + 8, first);
  set(first + 2 + entries.length * 12, first);
  return jpeg;
};

/** Files in which a place leads back to where one came from, and what becomes of each. */
export async function circles(): Promise<readonly (readonly [what: string, bytes: Buffer, fate: string])[]> {
  return [
    ['a TIFF whose only folder follows itself', endlessTiff(1, 0), 'taken'],
    ['a TIFF whose third folder is followed by the second', endlessTiff(3, 1), 'taken'],
    ['an EXIF whose folders are one and the same', await turningExif(), 'taken'],
  ];
}

/** Small files that would become enormous, and the codes with which they are refused. */
export async function bombs(): Promise<readonly (readonly [what: string, bytes: Buffer, codes: readonly string[]])[]> {
  const jpeg = await flag(60, 40).jpeg().toBuffer();
  const webp = await flag(60, 40).webp().toBuffer();
  const avif = await flag(60, 40).avif({ effort: 0 }).toBuffer();
  const pixels = ['image-too-many-pixels'];
  const refused = [...pixels, 'image-damaged', 'image-too-costly'];
  const sof = Buffer.from([0xff, 0xc0]);
  return [
    ['a PNG of 900 megapixels', pngOf(huge, huge), pixels],
    ['a JPEG of 900 megapixels', patched(jpeg, sof, 5, u16be(huge, huge)), pixels],
    ['a WebP of 268 megapixels', patched(webp, Buffer.from([0x9d, 0x01, 0x2a]), 3, u16le(16_383, 16_383)), pixels],
    ['a TIFF of 900 megapixels', hugeTiff('II*\0'), pixels],
    ['a BigTIFF of 900 megapixels', hugeTiff('II+\0'), pixels],
    ['a TIFF of 100,000 pages', tiffOfPages(100_000), ['image-too-many-pages']],
    ['an AVIF of 900 megapixels', patched(avif, Buffer.from('ispe'), 8, u32be(huge, huge)), refused],
    ['a HEIC of 900 megapixels', patched(vector('flag.heic'), Buffer.from('ispe'), 8, u32be(huge, huge)), refused],
    ['a HEIC of 65,000 tiles', gridOf(vector('flag.heic'), { tiles: 255 }), refused],
    [
      'a HEIC of tiles that claim 900 megapixels',
      gridOf(vector('flag.heic'), { tiles: 15, each: [2000, 2000] }),
      refused,
    ],
    [
      'a HEIC whose grid is larger than it says',
      gridOf(vector('flag.heic'), { tiles: 15, each: [2000, 2000], told: [96, 64] }),
      refused,
    ],
    ['a JPEG 2000 of 900 megapixels', patched(vector('flag.jp2'), Buffer.from('ihdr'), 4, u32be(huge, huge)), pixels],
    ['a PNG with a chunk of 4 GB', await pngWithChunk(0xffffffff), ['image-damaged']],
    ['a PNG with a chunk of 2 GB', await pngWithChunk(0x7fffffff), ['image-damaged']],
  ];
}

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

import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { flag } from './pictures.ts';
import { rawFiles } from './raw-files.ts';
import { tag, tiffFile } from './tiff-files.ts';

/** A file of `test/vectors/formats`. */
export const vector = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../../vectors/formats', name));

/** The drawing lying on its left side, as a camera holds it that was turned: orientation 6 puts it upright. */
const lying = async () => sharp(await flag(600, 400).png().toBuffer()).rotate(270);

/** Raw files of each maker, by type, with a picture of 400 × 600 in them that is to be turned, or one of this width. */
export async function raws(width = 400): Promise<Readonly<Record<string, Buffer>>> {
  const picture = sharp(await (await lying()).resize(width).png().toBuffer());
  const jpeg = await picture.clone().jpeg().toBuffer();
  const small = await flag(160, 120).jpeg().toBuffer();
  // The JPEG of Fujifilm says by itself what the others leave to the folders around it
  const told = await picture
    .withExif({ IFD0: { Artist: 'Nguyen Van A' }, IFD2: { DateTimeOriginal: '2019:03:02 07:15:00' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  return { ...rawFiles(jpeg, small), 'image/x-fuji-raf': rawFiles(told, small)['image/x-fuji-raf'] ?? Buffer.alloc(0) };
}

const pages = (count: number, big: boolean): Buffer => {
  const grey = (level: number) => Buffer.alloc(12, level);
  const page = (level: number) => ({
    ...{
      [tag.width]: { long: [4] },
      [tag.height]: { long: [3] },
      [tag.depth]: { short: [8] },
      [tag.compression]: { short: [1] },
      [tag.colours]: { short: [1] },
    },
    ...{ [tag.places]: { at: grey(level) }, [tag.rows]: { long: [3] }, [tag.sizes]: { long: [12] } },
  });
  return tiffFile(
    Array.from({ length: count }, (_, index) => page(40 + (index % 200))),
    big ? { mark: 'II+\0' } : {},
  );
};

/** A TIFF of several small grey pages. */
export const tiffOfPages = (count: number): Buffer => pages(count, false);
export const bigTiffOfPages = (count: number): Buffer => pages(count, true);

/** One small file of each kind that the archive takes, by a name that tells it. */
export async function everyFormat(): Promise<Readonly<Record<string, Buffer>>> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const busy = () => sharp({ create: { width: 40, height: 30, channels: 3, background: 'red', noise } });
  const drawn = ['flag.heic', 'turned.heic', 'flag.jp2', 'flag.j2k', 'flag.jxl', 'boxed.jxl'];
  return {
    'jpeg.jpg': await busy().jpeg().toBuffer(),
    'progressive.jpg': await busy().jpeg({ progressive: true }).toBuffer(),
    'cmyk.jpg': await busy().toColourspace('cmyk').jpeg().toBuffer(),
    // A megabyte, nearly all of it the profile
    'profiled.jpg': await busy().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer(),
    'png.png': await busy().png().toBuffer(),
    'deep.png': await busy().toColourspace('rgb16').png().toBuffer(),
    'webp.webp': await busy().webp().toBuffer(),
    'avif.avif': await busy().avif({ effort: 0 }).toBuffer(),
    'tiff.tif': await busy().tiff({ compression: 'lzw' }).toBuffer(),
    'deep.tif': await busy().toColourspace('rgb16').tiff({ compression: 'none' }).toBuffer(),
    'cmyk.tif': await busy().toColourspace('cmyk').tiff({ compression: 'none' }).toBuffer(),
    'big.tif': await busy().tiff({ compression: 'deflate', bigtiff: true }).toBuffer(),
    'pages.tif': tiffOfPages(5),
    ...Object.fromEntries(drawn.map((name) => [name, vector(name)])),
    ...Object.fromEntries(
      Object.entries(await raws()).map(([type, bytes]) => [`raw.${type.split('-').at(-1)}`, bytes]),
    ),
  };
}

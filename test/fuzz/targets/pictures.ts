import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { sourceOfBytes } from '#media/formats/byte-source.ts';
import { jpegSize } from '#media/formats/jpeg-size.ts';
import { isPngWhole } from '#media/formats/png-whole.ts';
import { rawInTiff } from '#media/formats/raw-folders.ts';
import { previewIn } from '#media/formats/raw-preview.ts';
import { isRawWhole } from '#media/formats/raw-whole.ts';
import { rawTypes } from '#media/formats/sniff.ts';
import { withOrientation } from '#media/formats/with-orientation.ts';
import { rightsXmp } from '#media/metadata/rights-xmp.ts';
import { examine } from '#media/pixels/examine.ts';
import { realFiles } from '../samples-beside.ts';
import { latin, type Target, usualSteps } from '../target.ts';

const words = latin(
  ...['\xff\xd8\xff', '\xff\xe1', '\xff\xc0', 'II*\0', 'MM\0*', 'IIRO', 'IIU\0', 'FUJIFILMCCD-RAW ', '\0\0\0\x0cJXL '],
  ...[
    'ftypheic',
    'ftypavif',
    'ftypcrx ',
    'moov',
    'uuid',
    'jp2h',
    'ihdr',
    'jp2c',
    'jxlc',
    'IHDR',
    'IEND',
    'Exif\0\0',
    '8BIM',
  ],
  ...['%PDF-', 'PK\x05\x06', '\x89PNG\r\n\x1a\n', 'RIFF', 'WEBP'],
);
const codes = /^image-(unsupported|damaged|too-many-pixels|too-many-pages)$/;

const small = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#a63' } });

/** One picture of each format that can be made here, with metadata, and the beginnings of real ones. */
const samples = async (): Promise<Uint8Array[]> => {
  const described = small()
    .withExif({ IFD0: { Artist: 'An', Copyright: '©' } })
    .withXmp(rightsXmp({ credit: 'An', creator: 'An', rights: 'https://creativecommons.org/licenses/by/4.0/' }));
  const made = [
    described.clone().jpeg(),
    described.clone().tiff(),
    small().png(),
    small().webp(),
    small().avif({ effort: 0 }),
  ];
  const bytes = await Promise.all(made.map((one) => one.toBuffer()));
  return [...bytes, ...realFiles('photos/**/*.{jpg,JPG,tif,dng,heic,cr2,nef,orf}', 12, 48 * 1024)];
};

/** A file as the intake looks at it, pixels and all. */
const picture: Target = {
  name: 'picture',
  samples,
  words,
  codes,
  // Small copies of every picture are looked at pixel by pixel
  steps: { base: 2_000_000, perByte: 500 },
  read: async (bytes) => {
    const folder = mkdtempSync(join(tmpdir(), 'benthanh-fuzz-picture-'));
    try {
      const path = join(folder, 'picture');
      writeFileSync(path, bytes);
      await examine(path, 1_000_000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** What is read of a picture without a decoder, format by format, whatever the file says that it is. */
const structure: Target = {
  name: 'picture-structure',
  samples,
  words,
  codes,
  steps: usualSteps,
  read: (bytes) => {
    const source = sourceOfBytes(bytes);
    jpegSize(source);
    isPngWhole(source);
    rawInTiff(source.read);
    withOrientation(bytes, 6);
    for (const type of rawTypes) {
      isRawWhole(source, type);
      try {
        previewIn(source, type);
      } catch (cause) {
        // What breaks off is said so by an error that the intake turns into `image-damaged`
        if (!(cause instanceof Error) || cause instanceof TypeError) throw cause;
      }
    }
  },
};

export const pictureTargets: readonly Target[] = [picture, structure];

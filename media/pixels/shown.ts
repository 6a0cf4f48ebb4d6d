import { readFile } from 'node:fs/promises';
import type { Metadata } from 'sharp';
import type { ByteSource } from '../formats/byte-source.ts';
import { previewIn } from '../formats/raw-preview.ts';
import { isRaw, type MasterType, type RawType } from '../formats/sniff.ts';
import { withOrientation } from '../formats/with-orientation.ts';
import { damaged, readHeader, refuseTooManyPixels } from './decoder.ts';
import { decodeHeic } from './heic.ts';

/** Whether what is shown of a master is all of it, the smaller picture that it carries, or nothing. */
export const displays = ['whole', 'preview', 'none'] as const;
export type Display = (typeof displays)[number];

/** What of a master is shown. */
export interface Shown {
  readonly display: 'whole' | 'preview';
  /** Path or bytes of a file that the decoder reads. */
  readonly input: string | Uint8Array;
  /** Header of that file; the one of the master itself where it has one. */
  readonly header: Metadata;
}

/**
 * Finds what of a master can be shown; null where nothing can. Headers are judged before anything is decoded.
 * @param file path or bytes of the master
 * Throws `image-unsupported`, `image-too-many-pixels`, `image-too-many-pages` and `image-damaged`.
 */
export async function openShown(
  file: string | Uint8Array,
  source: ByteSource,
  type: MasterType,
  maxPixels: number,
): Promise<Shown | null> {
  if (type === 'image/jp2' || type === 'image/jxl') return null;
  if (isRaw(type)) return previewOf(source, type, maxPixels);
  const header = await readHeader(file, type);
  refuseTooManyPixels(header, maxPixels);
  if (type !== 'image/heic' || header.compression === 'av1') return { display: 'whole', input: file, header };
  if (header.compression !== 'hevc') return null;
  const bytes = typeof file === 'string' ? await readFile(file) : file;
  const input = await decodeHeic(bytes, header.icc);
  return input && { display: 'whole', input, header };
}

/** What a camera put beside what its sensor saw, to be looked at. */
async function previewOf(source: ByteSource, type: RawType, maxPixels: number): Promise<Shown | null> {
  const found = findPreview(source, type);
  if (!found) return null;
  const { jpeg, orientation } = found;
  const bytes = jpeg.read(0, jpeg.size);
  const own = await readHeader(bytes, 'image/jpeg');
  refuseTooManyPixels(own, maxPixels);
  if (own.orientation || orientation === 1) return { display: 'preview', input: bytes, header: own };
  const turned = withOrientation(bytes, orientation);
  return { display: 'preview', input: turned, header: await readHeader(turned, 'image/jpeg') };
}

function findPreview(source: ByteSource, type: RawType): ReturnType<typeof previewIn> {
  try {
    return previewIn(source, type);
  } catch (cause) {
    return damaged(cause);
  }
}

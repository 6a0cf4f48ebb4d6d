import { statfs } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { diskReserve, maxUnfinished } from '#media/bounds.ts';
import { defaultMaxBytes } from '#media/intake/master-store.ts';
import type { UploadRecords } from './upload-records.ts';

export const mebibyte = 1024 * 1024;

/** Bounds that an installation sets, in mebibytes but for the days. */
export interface UploadBounds {
  /** Of one upload. */
  readonly uploadMax: number;
  /** Of all that one person has begun and not ended. */
  readonly uploadsPerPerson: number;
  /** Of all that anybody has begun and not ended. */
  readonly uploadsTotal: number;
  /** Days after which an upload that has not ended is forgotten. */
  readonly uploadDays: number;
}

/** For programs that take nothing in, and for trials. */
export const usualUploadBounds: UploadBounds = {
  uploadMax: 4096,
  uploadsPerPerson: 16_384,
  uploadsTotal: 65_536,
  uploadDays: 7,
};

const isZipName = (name: string): boolean => /\.zip$/i.test(name);

/** @throws Failure `upload-too-large` or, for what says that it is a picture, `image-too-large` */
export const refuseTooLarge = (size: number, filename: string, { uploadMax }: UploadBounds): void => {
  if (size > uploadMax * mebibyte) throw new Failure('upload-too-large', { megabytes: uploadMax });
  if (isZipName(filename) || size <= defaultMaxBytes) return;
  throw new Failure('image-too-large', { max: defaultMaxBytes, megabytes: Math.floor(defaultMaxBytes / mebibyte) });
};

/**
 * Whether there is room for one more upload. A picture lies here until it is in the archive, so that for a moment it
 * lies on the disk twice.
 * @throws Failure `uploads-too-many`, `uploads-full`, `disk-full`
 */
export const refuseWithoutRoom = async (
  records: UploadRecords,
  folder: string,
  owner: string,
  size: number,
  bounds: UploadBounds,
): Promise<void> => {
  const { begun: all } = await records.survey();
  const mine = all.filter(({ metadata }) => metadata.owner === owner);
  const bytesOf = (some: readonly { readonly size: number }[]) => some.reduce((sum, one) => sum + one.size, 0);
  if (mine.length >= maxUnfinished || bytesOf(mine) + size > bounds.uploadsPerPerson * mebibyte)
    throw new Failure('uploads-too-many', { max: maxUnfinished, megabytes: bounds.uploadsPerPerson });
  if (bytesOf(all) + size > bounds.uploadsTotal * mebibyte) throw new Failure('uploads-full');
  const promised = all.reduce((sum, one) => sum + one.size - one.offset, 0);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize - promised - diskReserve < 2 * size) throw new Failure('disk-full');
};

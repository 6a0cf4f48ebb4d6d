import type { ListedFile, MediumCounts } from './schemas.ts';

const under = (files: readonly ListedFile[], folder: string): number =>
  files.filter(({ path }) => path.startsWith(`${folder}/`)).length;

/** What stands in the manifest about its files; the number of entries is known only to who has read them. */
export const countFiles = (files: readonly ListedFile[], entries: number): MediumCounts => ({
  files: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  segments: under(files, 'segments'),
  entries,
  snapshotParts: under(files, 'snapshots'),
  blobs: under(files, 'blobs'),
  attests: under(files, 'audit'),
});

import { Buffer } from 'node:buffer';

/** Boxes of a CR3 that have a number for a name: what the camera says, its preview, and XMP as in any such file. */
export const canonUuids = {
  camera: '85c0b687820f11e08111f4ce462b6a48',
  preview: 'eaf42b5e1c984b88b9fbb7dc406e4d16',
} as const;

/** XMP in an ISO media file or JPEG 2000 (XMP specification, part 3). */
export const xmpUuid = 'be7acfcb97a942e89c71999491e3afac';

/** EXIF in JPEG 2000: the characters `JpgTiffExif->JP2`. */
export const exifUuid = Buffer.from('JpgTiffExif->JP2', 'latin1').toString('hex');

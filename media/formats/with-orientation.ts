import { Buffer } from 'node:buffer';

/** A JPEG with a word on how it is to be turned (EXIF orientation, 1–8), for one that has none itself. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Buffer {
  const exif = Buffer.alloc(36);
  exif.set([0xff, 0xe1, 0, 34]);
  exif.write('Exif\0\0II*\0', 4, 'latin1');
  exif.writeUInt32LE(8, 14);
  // One tag: its number, SHORT, one of it, its value
  exif.writeUInt16LE(1, 18);
  exif.writeUInt16LE(0x112, 20);
  exif.writeUInt16LE(3, 22);
  exif.writeUInt32LE(1, 24);
  exif.writeUInt16LE(orientation, 28);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

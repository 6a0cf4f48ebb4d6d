import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { withRawIim } from '../../media/support/raw-iim.ts';

/** Cells of a mark on each side: light and dark, as the digest of a word says. */
const cells = 8;
/** Cells in which compression and scaling may have deceived us. */
const mostDeceived = 4;

const bitsOf = (word: string): boolean[] => {
  const digest = createHash('sha256').update(word).digest();
  return Array.from({ length: cells * cells }, (_, at) => (((digest[at >> 3] ?? 0) >> (at & 7)) & 1) === 1);
};

/** Whether bytes are a picture that shows the mark of a word, whatever format and size it was brought to. */
export const showsMark = async (bytes: Uint8Array, word: string): Promise<boolean> => {
  const small = sharp(bytes, { failOn: 'none' }).flatten().greyscale().resize(cells, cells, { fit: 'fill' });
  const pixels = await small
    .raw()
    .toBuffer()
    .catch(() => null);
  if (pixels === null) return false;
  const step = pixels.length / (cells * cells);
  const deceived = bitsOf(word).filter((isLight, at) => (pixels[at * step] ?? 0) > 127 !== isLight);
  return deceived.length <= mostDeceived;
};

/** A profile of colours whose description is a word, as profiles of the second version write it. */
const profileOf = (word: string): Buffer => {
  const text = Buffer.from(`${word}\0`, 'latin1');
  const description = Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), Buffer.alloc(4), text, Buffer.alloc(78)]);
  description.writeUInt32BE(text.length, 8);
  const head = Buffer.alloc(128 + 16);
  head.writeUInt32BE(head.length + description.length, 0);
  head.writeUInt32BE(0x02100000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  head.write('acsp', 36, 'latin1');
  head.writeUInt32BE(1, 128);
  head.write('desc', 132, 'latin1');
  head.writeUInt32BE(head.length, 136);
  head.writeUInt32BE(description.length, 140);
  return Buffer.concat([head, description]);
};

const withProfile = (jpeg: Uint8Array, profile: Buffer): Buffer => {
  const payload = Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile]);
  const head = Buffer.from([0xff, 0xe2, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)]);
};

const packetOf = (
  word: string,
): string => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
  xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="${word}"/></rdf:RDF>`;

/** A photograph that bears a word of its own in each block that cameras and programs write, and in its pixels a mark. */
export const hiddenPicture = async (of: (place: string) => string): Promise<Uint8Array<ArrayBuffer>> => {
  const bits = bitsOf(of('mark'));
  const raw = { width: cells, height: cells, channels: 3 } as const;
  const pixels = Uint8Array.from(bits.flatMap((isLight) => (isLight ? [240, 236, 228] : [16, 22, 28])));
  const exif = of('exif');
  const jpeg = await sharp(pixels, { raw })
    .resize(1440, 1440, { kernel: 'nearest' })
    .jpeg()
    .withXmp(packetOf(of('xmp')))
    .withExif({
      IFD0: { Make: exif, Model: exif, Software: exif },
      IFD2: { BodySerialNumber: exif, UserComment: exif },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 46/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 41/1 0/1' },
    })
    .toBuffer();
  return withRawIim(withProfile(jpeg, profileOf(of('icc'))), { 120: Buffer.from(of('iptc'), 'utf8') });
};

import { Buffer } from 'node:buffer';
import { crc32, deflateSync } from 'node:zlib';

/** A JPEG with one more segment right at its beginning. */
const withSegment = (jpeg: Buffer, marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
};

/** A JPEG whose colour profile has words behind its last tag. @param icc a whole profile */
export const withProfile = (jpeg: Buffer, icc: Buffer, words: string): Buffer => {
  const profile = Buffer.concat([icc, Buffer.from(words)]);
  profile.writeUInt32BE(profile.length, 0);
  return withSegment(jpeg, 0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), profile]));
};

/** A JPEG that has a small picture of itself in its EXIF block, as cameras put it there. */
export const withThumbnail = (jpeg: Buffer, thumbnail: Buffer): Buffer => {
  const entry = (tag: number, type: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(1, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const folder = (entries: readonly Buffer[], next: number): Buffer => {
    const [count, end] = [Buffer.alloc(2), Buffer.alloc(4)];
    count.writeUInt16LE(entries.length);
    end.writeUInt32LE(next);
    return Buffer.concat([count, ...entries, end]);
  };
  const header = Buffer.from('II*\0\x08\0\0\0', 'latin1');
  const first = folder([entry(0x0112, 3, 1)], header.length + 18);
  const at = header.length + first.length + 42;
  const second = folder([entry(0x0103, 3, 6), entry(0x0201, 4, at), entry(0x0202, 4, thumbnail.length)], 0);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), header, first, second, thumbnail]);
  return withSegment(jpeg, 0xe1, exif);
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
};

/** A PNG that says words in each of its three kinds of text, and behind its end. */
export const withPngTexts = (png: Buffer, words: string): Buffer => {
  // The signature and the header of a PNG are always as long
  const header = 33;
  const texts = [
    chunk('tEXt', Buffer.from(`Comment\0${words}`, 'latin1')),
    chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0', 'latin1'), deflateSync(words)])),
    chunk('iTXt', Buffer.from(`Title\0\0\0vi\0\0${words}`)),
  ];
  return Buffer.concat([png.subarray(0, header), ...texts, png.subarray(header), Buffer.from(words)]);
};

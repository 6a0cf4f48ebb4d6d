import { boxAt, boxesOf } from './boxes.ts';
import type { ByteSource, ReadAt } from './byte-source.ts';
import type { keptTypes } from './sniff.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Width and height of a picture that nothing here decodes, and whether its file is all there, as far as its frame tells.
 * Throws on what is no such file.
 */
export function readKept(source: ByteSource, type: (typeof keptTypes)[number]): Size & { whole: boolean } {
  return type === 'image/jp2' ? readJpeg2000(source) : readJpegXl(source);
}

/** JPEG 2000: a file of boxes (ISO/IEC 15444-1, annex I), or the bare codestream (annex A). */
function readJpeg2000(source: ByteSource): Size & { whole: boolean } {
  if (source.read(0, 2).toString('hex') === 'ff4f') return codestream(source);
  const head = boxAt(source, 'jp2h', 'ihdr')?.read(0, 8);
  const boxes = [...boxesOf(source)];
  const picture = boxes.find(({ name }) => name === 'jp2c');
  if (head?.length !== 8 || !picture) throw new Error('no picture in JPEG 2000');
  const { whole } = codestream(picture.content);
  return { height: head.readUInt32BE(0), width: head.readUInt32BE(4), whole: whole && boxes.every((box) => box.whole) };
}

/** The marker SIZ follows the first, EOC is the last. */
function codestream({ size, read }: ByteSource): Size & { whole: boolean } {
  const head = read(0, 24);
  if (head.length < 24 || head.toString('hex', 0, 4) !== 'ff4fff51') throw new Error('no codestream of JPEG 2000');
  const width = head.readUInt32BE(8) - head.readUInt32BE(16);
  const height = head.readUInt32BE(12) - head.readUInt32BE(20);
  return { width, height, whole: read(size - 2, 2).toString('hex') === 'ffd9' };
}

/** JPEG XL: a file of boxes (ISO/IEC 18181-2), or the bare codestream, which does not tell where it ends. */
function readJpegXl(source: ByteSource): Size & { whole: boolean } {
  if (source.read(0, 2).toString('hex') === 'ff0a') return { ...sizeHeader(source.read), whole: true };
  const boxes = [...boxesOf(source)];
  const stream = boxes.find(({ name }) => name === 'jxlc' || name === 'jxlp');
  if (!stream) throw new Error('no picture in JPEG XL');
  const skip = stream.name === 'jxlp' ? 4 : 0;
  const size = sizeHeader((at, length) => stream.content.read(at + skip, length));
  return { ...size, whole: boxes.every((box) => box.whole) };
}

const ratios = [0, 1, 1.2, 4 / 3, 1.5, 16 / 9, 1.25, 2];
const widths = [9, 13, 18, 30];

/** SizeHeader (ISO/IEC 18181-1, D.3.2): bits from the lowest on. */
function sizeHeader(read: ReadAt): Size {
  const bytes = read(2, 12);
  let at = 0;
  const bits = (count: number): number => {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1, at += 1) value += (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) * 2 ** bit;
    return value;
  };
  if (bytes.length < 9) throw new Error('no size in JPEG XL');
  const isSmall = bits(1) === 1;
  const length = () => (isSmall ? (bits(5) + 1) * 8 : bits(widths[bits(2)] ?? 30) + 1);
  const height = length();
  const ratio = ratios[bits(3)] ?? 0;
  return { height, width: ratio === 0 ? length() : Math.floor(height * ratio) };
}

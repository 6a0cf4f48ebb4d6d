import { Buffer } from 'node:buffer';

/** What our own files say of themselves in IPTC-IIM. */
export interface IimWords {
  title?: string;
  caption?: string;
  creator?: string;
  credit?: string;
  notice?: string;
  date?: string;
}

/** Dataset of record 2 and the most bytes that the standard allows in it. */
const datasets: Record<keyof IimWords, [number: number, maxBytes: number]> = {
  title: [5, 64],
  date: [55, 8],
  creator: [80, 32],
  credit: [110, 32],
  notice: [116, 128],
  caption: [120, 2000],
};

/** These words as IPTC-IIM, marked as UTF-8 by dataset 1:90. Words that are too long are cut between two characters. */
export function writeIim(words: IimWords): Buffer {
  const utf8 = dataset(1, 90, Buffer.from('\x1b%G', 'latin1'));
  const version = dataset(2, 0, Buffer.from([0, 4]));
  const fields = Object.entries(datasets).flatMap(([field, [number, maxBytes]]) => {
    const text = words[field as keyof IimWords];
    return text ? [dataset(2, number, cut(text, maxBytes))] : [];
  });
  return Buffer.concat([utf8, version, ...fields]);
}

/** The JPEG with an IPTC-IIM block (an APP13 segment of Photoshop resources) behind the application segments that it has. */
export function withIim(jpeg: Uint8Array, words: IimWords): Buffer {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const at = endOfApplicationSegments(bytes);
  return Buffer.concat([bytes.subarray(0, at), segmentOf(writeIim(words)), bytes.subarray(at)]);
}

function dataset(record: number, number: number, data: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(data.length, 3);
  return Buffer.concat([head, data]);
}

function cut(text: string, maxBytes: number): Buffer {
  let kept = '';
  for (const character of text.normalize('NFC')) {
    if (Buffer.byteLength(kept + character) > maxBytes) break;
    kept += character;
  }
  return Buffer.from(kept);
}

function segmentOf(iim: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iim.length);
  const resource = [Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, iim, Buffer.alloc(iim.length % 2)];
  const payload = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), ...resource]);
  const head = Buffer.from([0xff, 0xed, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}

function endOfApplicationSegments(jpeg: Buffer): number {
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff && ((jpeg[at + 1] ?? 0) & 0xf0) === 0xe0) {
    at += 2 + jpeg.readUInt16BE(at + 2);
  }
  return at;
}

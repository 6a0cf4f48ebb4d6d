import { Buffer } from 'node:buffer';

/** The fields of IPTC-IIM that a curator's form has fields for. */
export interface IimWords {
  title?: string;
  caption?: string;
  creator?: string;
  credit?: string;
  notice?: string;
  date?: string;
}

const fields: Record<number, keyof IimWords> = {
  5: 'title',
  120: 'caption',
  80: 'creator',
  110: 'credit',
  116: 'notice',
  55: 'date',
};

/**
 * Reads an IPTC-IIM block, bare or inside Photoshop's resources. Dataset 1:90 says whether it is UTF-8; where it says
 * nothing, bytes that are UTF-8 are read as such (many programs forget 1:90) and all others as Latin 1.
 */
export function readIim(block: Uint8Array | undefined): IimWords {
  if (!block) return {};
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const datasets = [...datasetsOf(iimInside(bytes))];
  const utf8 = datasets.some(({ record, number, data }) => record === 1 && number === 90 && isUtf8Mark(data));
  const words: IimWords = {};
  for (const { record, number, data } of datasets) {
    const field = record === 2 ? fields[number] : undefined;
    if (!field) continue;
    const text = decode(data, utf8);
    words[field] = field === 'creator' && words.creator ? `${words.creator}, ${text}` : (words[field] ?? text);
  }
  return words;
}

const isUtf8Mark = (data: Uint8Array) => data.length === 3 && data[0] === 0x1b && data[1] === 0x25 && data[2] === 0x47;

function decode(data: Uint8Array, utf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !utf8 }).decode(data);
  } catch {
    return new TextDecoder('windows-1252').decode(data);
  }
}

/** Resource 0x0404 of `Photoshop 3.0` image resources; a block without them is IIM itself. */
function iimInside(bytes: Buffer): Buffer {
  let at = bytes.indexOf('8BIM', 0, 'latin1');
  if (at < 0) return bytes;
  while (at + 12 <= bytes.length && bytes.toString('latin1', at, at + 4) === '8BIM') {
    const id = bytes.readUInt16BE(at + 4);
    const named = at + 6 + even(1 + (bytes[at + 6] ?? 0));
    if (named + 4 > bytes.length) break;
    const size = bytes.readUInt32BE(named);
    if (id === 0x0404) return bytes.subarray(named + 4, named + 4 + size);
    at = named + 4 + even(size);
  }
  return bytes.subarray(0, 0);
}

const even = (size: number) => size + (size % 2);

function* datasetsOf(bytes: Buffer): Generator<{ record: number; number: number; data: Buffer }> {
  let at = 0;
  while (at + 5 <= bytes.length && bytes[at] === 0x1c) {
    const size = bytes.readUInt16BE(at + 3);
    if (size > 0x7fff || at + 5 + size > bytes.length) return;
    yield {
      record: bytes.readUInt8(at + 1),
      number: bytes.readUInt8(at + 2),
      data: bytes.subarray(at + 5, at + 5 + size),
    };
    at += 5 + size;
  }
}

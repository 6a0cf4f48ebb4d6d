import { Buffer } from 'node:buffer';
import { asWindows1252 } from '../formats/single-bytes.ts';

/** Texts of record 2 by dataset, in the order of the file: repeatable datasets have several. */
export type IimTexts = ReadonlyMap<number, readonly string[]>;

const maxDatasets = 2000;

/**
 * Reads an IPTC-IIM 4.2 block, bare or inside Photoshop's resources. Dataset 1:90 says whether it is UTF-8; where it says
 * nothing, bytes that are UTF-8 are read as such (many programs forget 1:90) and all others as Windows-1252, from which
 * older encodings can be told apart later.
 */
export function readIim(block: Uint8Array | undefined): IimTexts {
  if (!block) return new Map();
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const datasets = [...datasetsOf(iimInside(bytes))];
  const utf8 = datasets.some(({ record, number, data }) => record === 1 && number === 90 && isUtf8Mark(data));
  const texts = new Map<number, string[]>();
  for (const { record, number, data } of datasets) {
    if (record !== 2) continue;
    texts.set(number, [...(texts.get(number) ?? []), decode(data, utf8)]);
  }
  return texts;
}

/** ISO 2022 names UTF-8 `ESC % G`, or `ESC % / G`, `H` and `I` for its levels. */
const isUtf8Mark = (data: Buffer) => ['\x1b%G', '\x1b%/G', '\x1b%/H', '\x1b%/I'].includes(data.toString('latin1'));

/** Where UTF-8 is promised, a last character may have been cut in two. */
function decode(data: Buffer, utf8: boolean): string {
  const lengths = utf8 ? [0, 1, 2, 3].map((cut) => Math.max(0, data.length - cut)) : [data.length];
  for (const length of lengths) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(data.subarray(0, length));
    } catch {}
  }
  return asWindows1252(data);
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

/** Datasets of the standard's short form; those of the extended form (beyond 32,767 bytes) hold no text and are passed. */
function* datasetsOf(bytes: Buffer): Generator<{ record: number; number: number; data: Buffer }> {
  let at = 0;
  for (let count = 0; count < maxDatasets && at + 5 <= bytes.length && bytes[at] === 0x1c; count += 1) {
    const size = bytes.readUInt16BE(at + 3);
    const extended = size > 0x7fff ? size - 0x8000 : 0;
    const start = at + 5 + extended;
    if (extended > 4 || start > bytes.length) return;
    const length = extended > 0 ? bytes.readUIntBE(at + 5, extended) : size;
    if (start + length > bytes.length) return;
    const data = bytes.subarray(start, start + (extended > 0 ? 0 : length));
    yield { record: bytes.readUInt8(at + 1), number: bytes.readUInt8(at + 2), data };
    at = start + length;
  }
}

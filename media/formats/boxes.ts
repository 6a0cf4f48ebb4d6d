import { type ByteSource, partOf } from './byte-source.ts';

/** One box of an ISO media file, of JPEG 2000 or of JPEG XL: its name and what is in it. */
export interface Box {
  /** Four characters; those of a `uuid` box are followed by its 32 hexadecimal digits. */
  readonly name: string;
  readonly content: ByteSource;
  /** Place of the content in the source. */
  readonly at: number;
  /** Whether all of it is there. */
  readonly whole: boolean;
}

const mostBoxes = 2000;

/** The boxes of a source, one after another (ISO/IEC 14496-12, 4.2). Ends where there is no box. */
export function* boxesOf(source: ByteSource): Generator<Box> {
  let at = 0;
  for (let count = 0; count < mostBoxes && at + 8 <= source.size; count += 1) {
    const head = source.read(at, 32);
    const told = head.readUInt32BE(0);
    const isLong = told === 1 && head.length >= 16;
    const size = told === 0 ? source.size - at : isLong ? Number(head.readBigUInt64BE(8)) : told;
    const kind = head.toString('latin1', 4, 8);
    const from = isLong ? 16 : 8;
    const isOwn = kind === 'uuid' && head.length >= from + 16;
    const start = from + (isOwn ? 16 : 0);
    if (size < start) return;
    yield {
      name: isOwn ? `uuid${head.toString('hex', from, from + 16)}` : kind,
      content: partOf(source, at + start, size - start),
      at: at + start,
      whole: at + size <= source.size,
    };
    at += size;
  }
}

/** The first box at the end of a path of names. */
export function boxAt(source: ByteSource, ...path: readonly string[]): ByteSource | null {
  let inside: ByteSource | null = source;
  for (const name of path) {
    const found: Box | undefined = inside ? [...boxesOf(inside)].find((box) => box.name === name) : undefined;
    inside = found?.content ?? null;
  }
  return inside;
}

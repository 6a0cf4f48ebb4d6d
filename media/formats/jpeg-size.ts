import type { ByteSource } from './byte-source.ts';

const mostSegments = 200;
/** Frames that any decoder reads: baseline, extended, progressive. Lossless ones (C3) hold what a sensor saw. */
const plainFrames = new Set([0xc0, 0xc1, 0xc2]);
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Width and height of a JPEG that any decoder reads (ITU-T T.81, B.1), or null. */
export function jpegSize({ read }: ByteSource): { width: number; height: number } | null {
  if (read(0, 2).toString('hex') !== 'ffd8') return null;
  let at = 2;
  for (let count = 0; count < mostSegments; count += 1) {
    const head = read(at, 9);
    const marker = head.length === 9 && head[0] === 0xff ? (head[1] ?? 0) : 0;
    if (marker === 0 || marker === 0xda) return null;
    if (isFrame(marker)) {
      return plainFrames.has(marker) ? { height: head.readUInt16BE(5), width: head.readUInt16BE(7) } : null;
    }
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(2);
  }
  return null;
}

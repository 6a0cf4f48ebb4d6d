import { Buffer } from 'node:buffer';

export interface Pixels {
  /** Red, green and blue, a byte each. */
  readonly pixels: Uint8Array;
  /** Bytes from one row to the next. */
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

const short = 3;
const long = 4;
const undefinedBytes = 7;

/** Pixels as a TIFF 6.0 of one uncompressed strip, with an ICC profile where there is one (tag 34675). */
export function uncompressedTiff({ pixels, stride, width, height }: Pixels, profile?: Uint8Array): Buffer {
  const depths = Buffer.from([8, 0, 8, 0, 8, 0]);
  const row = width * 3;
  const tags = profile ? 11 : 10;
  const depthsAt = 8 + 2 + tags * 12 + 4;
  const profileAt = depthsAt + 8;
  const pixelsAt = profileAt + (profile?.byteLength ?? 0) + ((profile?.byteLength ?? 0) % 2);
  const tiff = Buffer.alloc(pixelsAt + row * height);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(tags, 8);
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [0x100, long, 1, width],
    [0x101, long, 1, height],
    [0x102, short, 3, depthsAt],
    [0x103, short, 1, 1],
    [0x106, short, 1, 2],
    [0x111, long, 1, pixelsAt],
    [0x115, short, 1, 3],
    [0x116, long, 1, height],
    [0x117, long, 1, row * height],
    [0x11c, short, 1, 1],
    ...(profile ? [[0x8773, undefinedBytes, profile.byteLength, profileAt] as [number, number, number, number]] : []),
  ];
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  }
  tiff.set(depths, depthsAt);
  if (profile) tiff.set(profile, profileAt);
  for (let y = 0; y < height; y += 1) {
    tiff.set(pixels.subarray(y * stride, y * stride + row), pixelsAt + y * row);
  }
  return tiff;
}

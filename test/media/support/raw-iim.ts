import { Buffer } from 'node:buffer';

/** A JPEG with IPTC-IIM as old programs wrote it: bytes of some encoding, and no word of which. */
export function withRawIim(jpeg: Uint8Array, datasets: Readonly<Record<number, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const iim = Buffer.concat(
    Object.entries(datasets).flatMap(([number, data]) => [
      Buffer.from([0x1c, 2, Number(number), 0, data.length]),
      data,
    ]),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iim.length);
  const resource = Buffer.concat([Buffer.from('8BIM\x04\x04\0\0', 'latin1'), size, iim, Buffer.alloc(iim.length % 2)]);
  const payload = Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resource]);
  const head = Buffer.from([0xff, 0xed, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)]));
}

import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes from a place on, fewer where there are no more. */
export type ReadAt = (at: number, length: number) => Buffer;

/** A file of which only some places are looked at: masters are too large to be held for a few words. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  readonly read: ReadAt;
}

/** Where something lies in a file. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { size: whole.length, read: (at, length) => whole.subarray(at, at + length) };
}

/** A file on the disk, open until it is disposed of. */
export function openByteSource(path: string): ByteSource & Disposable {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  return {
    size,
    read: (at, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
      return bytes.subarray(0, bytes.length > 0 ? readSync(file, bytes, 0, bytes.length, at) : 0);
    },
    [Symbol.dispose]: () => closeSync(file),
  };
}

/** A part of another source, with places of its own. */
export const partOf = ({ size, read }: ByteSource, start: number, length: number): ByteSource => {
  const whole = Math.max(0, Math.min(length, size - start));
  return { size: whole, read: (at, wanted) => read(start + at, Math.max(0, Math.min(wanted, whole - at))) };
};

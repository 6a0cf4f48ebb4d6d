import { type FileHandle, open } from 'node:fs/promises';
import { readAtOnce } from './chunks.ts';

/**
 * Bytes of a file from a place on, the next read while these are looked at.
 * @NOTE Three buffers take turns: what is given is written over when the piece after the next is asked for. All but the last are full,
 *   so that whoever cuts chunks from them holds none any longer.
 */
export async function* readAhead(path: string, start: number): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  const buffers = [0, 1, 2].map(() => Buffer.allocUnsafeSlow(readAtOnce));
  let at = start;
  const fill = (turn: number): Promise<Buffer> => {
    const filling = filled(file, buffers[turn % buffers.length] as Buffer, at);
    // What goes wrong meanwhile is thrown when it is waited for
    filling.catch(() => undefined);
    return filling;
  };
  let coming = fill(0);
  try {
    for (let turn = 1; ; turn += 1) {
      const bytes = await coming;
      if (bytes.length === 0) return;
      at += bytes.length;
      coming = fill(turn);
      yield bytes;
    }
  } finally {
    await coming.catch(() => undefined);
    await file.close();
  }
}

/** As much of a file as a buffer takes. @returns the part of the buffer that was filled */
export async function filled(file: FileHandle, buffer: Buffer, at: number): Promise<Buffer> {
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, at + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

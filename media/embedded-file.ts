import { Buffer } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Metadata } from 'sharp';
import { readHeader } from './decoder.ts';
import { readEmbedded } from './embedded.ts';
import type { EmbeddedRecord } from './embedded-record.ts';
import { headBytes, sniff, tailBytes } from './sniff.ts';

/**
 * What a file says of itself. Of a TIFF the decoder hands out no EXIF, since the file's own first folder is that; a few
 * hundred bytes of it are read, wherever in the file they lie.
 * @param file path or bytes of the file that the header was read from
 */
export function embeddedIn(file: string | Uint8Array, header: Metadata): EmbeddedRecord {
  if (header.format !== 'tiff') return readEmbedded(header);
  if (typeof file !== 'string') {
    return readEmbedded(header, (at, length) => Buffer.from(file.subarray(at, at + length)));
  }
  const opened = openSync(file, 'r');
  try {
    return readEmbedded(header, (at, length) => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(opened, bytes, 0, length, at));
    });
  } finally {
    closeSync(opened);
  }
}

/** What the master with these bytes says of itself. Throws `image-unsupported` or `image-damaged`, as at its intake. */
export async function embeddedOf(master: Uint8Array): Promise<EmbeddedRecord> {
  const type = sniff(master.subarray(0, headBytes), master.subarray(-tailBytes));
  return embeddedIn(master, await readHeader(master, type));
}

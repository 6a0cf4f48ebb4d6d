import type { ByteSource } from './byte-source.ts';
import { rawInTiff } from './raw-folders.ts';
import { headBytes, type MasterType, sniff, tailBytes } from './sniff.ts';

/** What a file is by its content. Throws `image-unsupported`, as `sniff` does. */
export function identify({ size, read }: ByteSource): MasterType {
  const tail = Math.min(size, tailBytes);
  const type = sniff(read(0, Math.min(size, headBytes)), read(size - tail, tail));
  return type === 'image/tiff' ? (rawInTiff(read) ?? type) : type;
}

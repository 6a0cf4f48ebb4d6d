import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { ImageStore } from '../projection/image-store.ts';

/** CRC-32 of files of pictures, each read once as long as it is remembered. */
export type FileCrcs = (sha256: string) => Promise<number>;

/** Names and numbers that are remembered: about 20 MB. */
const most = 100_000;

const read = async (path: string): Promise<number> => {
  let crc = 0;
  for await (const chunk of createReadStream(path)) crc = crc32(chunk as Buffer, crc);
  return crc;
};

/** The bytes behind a name never change, so what was found once holds. */
export const fileCrcs = (images: Pick<ImageStore, 'pathOf'>): FileCrcs => {
  const known = new Map<string, Promise<number>>();
  return (sha) => {
    const found = known.get(sha);
    if (found) return found;
    const asked = read(images.pathOf(sha));
    known.set(sha, asked);
    asked.catch(() => known.delete(sha));
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return asked;
  };
};

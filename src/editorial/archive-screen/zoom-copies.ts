import { stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { failureOfMachine } from '#errors/of-the-machine.ts';
import { openKeptCopies, type SealedMasters } from './kept-copies.ts';
import { prune } from './small-pictures.ts';

/** Copies of masters from which the studio cuts tiles, kept so that a master is decoded once and not for each tile. */
export interface ZoomCopies {
  /**
   * Path of the copy, or its bytes where it lies sealed. Whether somebody may see the picture has been decided before.
   * @param make decodes the master where nothing is kept
   * @throws Failure `disk-full`
   */
  copyOf(sha256: string, make: () => Promise<Uint8Array>): Promise<string | Uint8Array>;
}

/** Bytes that may lie there before what was not looked into for longest is thrown away. */
const mostBytes = 4 * 1024 ** 3;

/**
 * @param dir folder of the copies, which may be emptied at any time
 * @param sealed how copies are sealed, where they are
 */
export const openZoomCopies = (dir: string, sealed?: SealedMasters): ZoomCopies => {
  const copies = openKeptCopies(sealed);
  const making = new Map<string, Promise<Uint8Array>>();
  const makeAt = async (path: string, sha256: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    // Room first: what is made now is what is looked into next
    await prune(dir, mostBytes);
    const bytes = await make();
    await copies.keep(path, sha256, bytes).catch((cause: unknown) => {
      throw failureOfMachine(cause) ?? cause;
    });
    return bytes;
  };
  /** What is sealed is opened for each tile; what is not is only looked for. */
  const known = async (path: string): Promise<string | Uint8Array | null> => {
    if (sealed) return copies.read(path);
    return (await stat(path).catch(() => null)) && path;
  };
  return {
    copyOf: async (sha256, make) => {
      const path = join(dir, sha256.slice(0, 2), `${sha256}.tif`);
      const there = await known(path);
      if (there) {
        const now = new Date();
        await utimes(path, now, now).catch(() => undefined);
        return there;
      }
      const running = making.get(path) ?? makeAt(path, sha256, make).finally(() => making.delete(path));
      making.set(path, running);
      const bytes = await running;
      return sealed ? bytes : path;
    },
  };
};

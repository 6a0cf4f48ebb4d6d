import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failureOfMachine } from '#errors/of-the-machine.ts';
import { prune } from './small-pictures.ts';

/** Copies of masters from which the studio cuts tiles, kept so that a master is decoded once and not for each tile. */
export interface ZoomCopies {
  /**
   * Path of the copy. Whether somebody may see the picture has been decided before.
   * @param make decodes the master where nothing is kept
   * @throws Failure `disk-full`
   */
  pathOf(sha256: string, make: () => Promise<Uint8Array>): Promise<string>;
}

/** Bytes that may lie there before what was not looked into for longest is thrown away. */
const mostBytes = 4 * 1024 ** 3;

/** Written beside its place and moved there, so that nobody cuts from half a copy. */
const keep = async (path: string, bytes: Uint8Array): Promise<void> => {
  const arriving = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(arriving, bytes, { mode: 0o600 });
    await rename(arriving, path);
  } catch (cause) {
    await rm(arriving, { force: true }).catch(() => undefined);
    throw failureOfMachine(cause) ?? cause;
  }
};

/** @param dir folder of the copies, which may be emptied at any time */
export const openZoomCopies = (dir: string): ZoomCopies => {
  const making = new Map<string, Promise<void>>();
  const makeAt = async (path: string, make: () => Promise<Uint8Array>): Promise<void> => {
    // Room first: what is made now is what is looked into next
    await prune(dir, mostBytes);
    await keep(path, await make());
  };
  return {
    pathOf: async (sha256, make) => {
      const path = join(dir, sha256.slice(0, 2), `${sha256}.tif`);
      const isThere = await stat(path).catch(() => null);
      if (isThere) {
        const now = new Date();
        await utimes(path, now, now).catch(() => undefined);
        return path;
      }
      const running = making.get(path) ?? makeAt(path, make).finally(() => making.delete(path));
      making.set(path, running);
      await running;
      return path;
    },
  };
};

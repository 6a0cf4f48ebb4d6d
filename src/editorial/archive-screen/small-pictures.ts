import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { openKeptCopies } from './kept-copies.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Small pictures for the studio's own screens, kept so that a screen full of them does not decode as many masters. */
export interface SmallPictures {
  /** Whether somebody may see the picture has been decided before. @param make decodes the master where nothing is kept */
  get(sha256: string, width: number, make: () => Promise<Bytes>): Promise<Bytes>;
}

/** Bytes that may lie there before the longest unseen are thrown away, and how many new ones pass between two looks. */
const mostBytes = 4 * 1024 ** 3;
const lookEvery = 64 * 1024 ** 2;

interface Kept {
  readonly path: string;
  readonly bytes: number;
  readonly seen: number;
}

const listAll = async (dir: string): Promise<Kept[]> => {
  const names = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const found = await Promise.all(files.map(async (path) => ({ path, of: await stat(path).catch(() => null) })));
  return found.flatMap(({ path, of }) => (of ? [{ path, bytes: of.size, seen: of.mtimeMs }] : []));
};

/** Throws away what was not looked at for longest, until three quarters of what may lie there are left. */
export const prune = async (dir: string, most: number): Promise<void> => {
  const kept = await listAll(dir);
  let bytes = kept.reduce((sum, one) => sum + one.bytes, 0);
  if (bytes <= most) return;
  for (const one of kept.sort((left, right) => left.seen - right.seen)) {
    if (bytes <= most * 0.75) return;
    await rm(one.path, { force: true });
    bytes -= one.bytes;
  }
};

/**
 * @param dir folder of the small pictures; undefined: nothing is kept
 * @param copies how they are kept there
 */
export const openSmallPictures = (dir: string | undefined, copies = openKeptCopies(undefined)): SmallPictures => {
  const making = new Map<string, Promise<Bytes>>();
  let sinceLook = lookEvery;
  const make = async (folder: string, path: string, sha256: string, work: () => Promise<Bytes>): Promise<Bytes> => {
    const bytes = await work();
    // A full disk keeps nobody from looking
    await copies.keep(path, sha256, bytes).catch(() => undefined);
    sinceLook += bytes.byteLength;
    if (sinceLook >= lookEvery) {
      sinceLook = 0;
      await prune(folder, mostBytes);
    }
    return bytes;
  };
  return {
    get: async (sha256, width, work) => {
      if (dir === undefined) return work();
      const path = join(dir, sha256.slice(0, 2), `${sha256}-${width}.webp`);
      const known = await copies.read(path);
      if (known) {
        const now = new Date();
        await utimes(path, now, now).catch(() => undefined);
        return known;
      }
      const running = making.get(path) ?? make(dir, path, sha256, work).finally(() => making.delete(path));
      making.set(path, running);
      return running;
    },
  };
};

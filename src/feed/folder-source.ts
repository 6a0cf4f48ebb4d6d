import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import type { FeedSource } from './feed-source.ts';
import { requireCap } from './path-cap.ts';

const absent = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');

const readWithin = async (file: string, path: string, cap: number, signal?: AbortSignal): Promise<Buffer> => {
  const found = await stat(file);
  if (!found.isFile()) throw new Failure('feed-malformed', { file: path, what: 'file' });
  if (found.size > cap) throw new Failure('feed-too-large', { file: path, bytes: found.size, max: cap });
  return readFile(file, { signal });
};

/** A feed in a folder: a local disk, a shared one, or one that was carried here. */
export const folderSource = (root: string): FeedSource => ({
  name: root,
  async read(path, signal) {
    const cap = requireCap(path);
    try {
      return await readWithin(join(root, path), path, cap, signal);
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof Failure) throw cause;
      if (absent(cause)) return null;
      throw new Failure('feed-unreachable', { file: path, feed: root }, { cause });
    }
  },
});

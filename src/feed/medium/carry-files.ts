import { readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { sha256Of } from '../canonical.ts';
import { type OnStep, writeDurably } from '../durable.ts';
import type { FeedSource } from '../feed-source.ts';
import { blobPath, checkpointPath } from '../paths.ts';
import { feedFolder, onMedium } from './paths.ts';
import type { ListedFile } from './schemas.ts';

/** A feed under this checkpoint, whatever the gate has signed since. */
export const underCheckpoint = (source: FeedSource, checkpoint: Uint8Array | null): FeedSource => ({
  name: source.name,
  read: async (path, signal) => (path === checkpointPath ? checkpoint : source.read(path, signal)),
});

/** A feed whose checkpoint stands still, while the gate goes on signing. */
export const stillSource = async (source: FeedSource): Promise<FeedSource> =>
  underCheckpoint(source, await source.read(checkpointPath));

/** Bytes of a file of the feed. What was pruned or withdrawn since the plan was made is missing. */
const bytesOf = async (source: FeedSource, path: string): Promise<Uint8Array> => {
  const bytes = await source.read(path);
  const isBlob = path.startsWith('blobs/');
  if (bytes === null) throw new Failure(isBlob ? 'feed-blob-missing' : 'feed-truncated', { file: path });
  if (isBlob && blobPath(sha256Of(bytes)) !== path) throw new Failure('feed-blob-bad', { file: path });
  return bytes;
};

export interface Carrying {
  readonly source: FeedSource;
  readonly to: string;
  readonly onStep: OnStep;
}

/** Puts a file of the feed onto the medium, unless a stopped export has put it there. */
export const carryFile = async ({ source, to, onStep }: Carrying, path: string): Promise<ListedFile> => {
  const bytes = await bytesOf(source, path);
  const target = onMedium(path);
  const there = await readFile(join(to, target)).catch(() => null);
  if (there === null || Buffer.compare(there, bytes) !== 0) await writeDurably(to, target, bytes, onStep);
  return { path, bytes: bytes.length, sha256: sha256Of(bytes) };
};

/** Removes what a stopped export had put there and this one does not carry. */
export const dropOthers = async (to: string, files: readonly ListedFile[]): Promise<void> => {
  const wanted = new Set(files.map(({ path }) => path));
  const root = join(to, feedFolder);
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(root.length + 1).replaceAll(sep, '/');
    if (!entry.isDirectory() && !wanted.has(path)) await rm(file, { force: true });
  }
};

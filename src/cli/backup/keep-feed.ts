import type { KeyObject } from 'node:crypto';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { folderSource } from '#feed/folder-source.ts';
import { stillSource } from '#feed/medium/carry-files.ts';
import { blobPath, capOf, checkpointPath } from '#feed/paths.ts';
import { verifyFeed } from '#feed/verify-feed.ts';
import type { Keeper } from './keeper.ts';

const pathsIn = async (root: string): Promise<string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll(sep, '/'),
    )
    .filter((path) => path !== checkpointPath && capOf(path) !== null);

/** One try: the checkpoint as it is now, and all files; then whether they make a feed. */
async function keepOnce(keeper: Keeper, root: string, scratch: string, trust: readonly KeyObject[]) {
  const source = await stillSource(folderSource(root));
  const checkpoint = await source.read(checkpointPath);
  if (checkpoint === null) return null;
  const kept = new Set<string>();
  for (const path of await pathsIn(root)) if (await keeper.keep('feed', root, path)) kept.add(path);
  await mkdir(scratch, { recursive: true });
  await writeFile(join(scratch, checkpointPath), checkpoint);
  if (!(await keeper.keep('feed', scratch, checkpointPath)))
    throw new Failure('backup-moving', { file: join(scratch, checkpointPath) });
  const { fault } = await verifyFeed({ source, trust, isHere: async (blob) => kept.has(blobPath(blob)) });
  return fault;
}

/**
 * Keeps a feed under one checkpoint while its gate goes on: what was pruned or withdrawn while it was copied is copied again.
 * @throws Failure of the first fault of the feed
 */
export async function keepFeed(keeper: Keeper, root: string, scratch: string, trust: readonly KeyObject[]) {
  const before = keeper.files.length;
  for (let attempt = 1; ; attempt += 1) {
    const fault = await keepOnce(keeper, root, scratch, trust);
    if (fault === null) return;
    if (attempt === 3)
      throw new Failure(fault.code, { file: fault.file ?? root, feed: root, seq: fault.seq ?? 0, held: '' });
    keeper.files.splice(before);
  }
}

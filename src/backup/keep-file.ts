import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import type { KeptFile, StoreName } from './manifest.ts';
import type { Repository } from './repository.ts';

const piecesOf = (file: string, bytes: number): AsyncIterable<Buffer> =>
  bytes === 0 ? nothing() : createReadStream(file, { end: bytes - 1 });

async function* nothing(): AsyncGenerator<Buffer> {}

const hashOf = async (file: string, bytes: number): Promise<string> => {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(file, bytes)) hash.update(piece);
  return hash.digest('hex');
};

/** What changes between the two readings of it is noticed, and not kept under the wrong name. */
async function* checked(pieces: AsyncIterable<Buffer>, sha256: string, file: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha256) throw new Failure('backup-moving', { file });
}

/** Whether it is the file that is missing, and not something of the folder that it is kept in. */
const isGone = (cause: unknown, source: string): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' && 'path' in cause && cause.path === source;

/**
 * Keeps a file as it is now: of one that grows, what is there at the beginning.
 *
 * @param path within the store
 * @param root folder of the store
 * @returns null where the file is not there any more
 * @throws Failure `backup-moving` where its content changed under our hands
 */
export async function keepFile(
  repository: Repository,
  { store, root, path }: { readonly store: StoreName; readonly root: string; readonly path: string },
): Promise<{ file: KeptFile; isNew: boolean } | null> {
  const source = join(root, path);
  try {
    const { size: bytes, mode } = await stat(source);
    const sha256 = await hashOf(source, bytes);
    const isNew = await repository.keep(sha256, bytes, () => checked(piecesOf(source, bytes), sha256, source));
    return { file: { store, path, bytes, sha256, mode: mode & 0o777 }, isNew };
  } catch (cause) {
    if (isGone(cause, source)) return null;
    throw cause;
  }
}

import { constants, type PathLike } from 'node:fs';
import { open } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : null);

/**
 * Bytes of a plain file, never through a symbolic link and never more than allowed.
 *
 * @returns null where there is none
 * @throws Failure `medium-foreign` for a link, a folder or a device, `feed-too-large`, `feed-unreachable`
 */
export const readBounded = async (path: PathLike, file: string, max: number): Promise<Buffer | null> => {
  // Without O_NONBLOCK the opening of a pipe waits for ever.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return null;
    if (codeOf(cause) === 'ELOOP' || codeOf(cause) === 'EMLINK')
      throw new Failure('medium-foreign', { file }, { cause });
    throw new Failure('feed-unreachable', { file, feed: String(path) }, { cause });
  });
  if (handle === null) return null;
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new Failure('medium-foreign', { file });
    if (found.size > max) throw new Failure('feed-too-large', { file, bytes: found.size, max });
    const bytes = Buffer.alloc(found.size);
    let read = 0;
    for (let got = -1; read < bytes.length && got !== 0; read += got)
      got = (await handle.read(bytes, read, bytes.length - read, read)).bytesRead;
    return bytes.subarray(0, read);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw new Failure('feed-unreachable', { file, feed: String(path) }, { cause });
  } finally {
    await handle.close();
  }
};

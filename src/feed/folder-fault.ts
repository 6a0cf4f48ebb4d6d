import { Failure } from '#errors/failure.ts';

/** Codes of the operating system that say: this folder cannot be written, whatever the program does. */
const unwritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT']);

/** What to throw for an error of a write: `data-unwritable` where the folder is at fault, else the error itself. */
const folderFault = (folder: string, cause: unknown): unknown => {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string') return cause;
  if (cause instanceof Failure || !unwritable.has(cause.code)) return cause;
  return new Failure('data-unwritable', { folder, reason: cause.code }, { cause });
};

/**
 * Runs a piece of writing.
 *
 * @throws Failure `data-unwritable` with `{ folder, reason }` where the folder is at fault, else what was thrown
 */
export const blamingFolder = async <T>(folder: string, write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (cause) {
    throw folderFault(folder, cause);
  }
};

import { stat } from 'node:fs/promises';
import { Failure } from '#errors/failure.ts';
import { failureOfMachine } from '#errors/of-the-machine.ts';

/** A folder that is not there, may not be written, or lies on a disk that no longer answers. */
const away = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EIO', 'ENXIO', 'ENODEV', 'ESTALE']);

const unreachable = (cause: unknown) => new Failure('masters-unreachable', {}, { cause });

/** Names what the system says while something is written into the store. */
const named = (cause: unknown): unknown => {
  if (cause instanceof Failure) return cause;
  if (cause instanceof Error && 'code' in cause && away.has(cause.code)) return unreachable(cause);
  return failureOfMachine(cause) ?? cause;
};

/**
 * Does a piece of work on the store's own files.
 * @throws Failure `masters-unreachable`, `disk-full`, else what was thrown
 */
export const onStore = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (cause) {
    throw named(cause);
  }
};

/**
 * Makes sure that something of the store is still there. Who made it anew instead would fill the disk below a
 * place where another one was connected.
 * @throws Failure `masters-unreachable`
 */
export const stillThere = async (path: string): Promise<void> => {
  await onStore(() => stat(path));
};

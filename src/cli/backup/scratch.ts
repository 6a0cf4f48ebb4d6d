import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { takeLock } from '../start/lock.ts';

const prefix = 'backup-scratch-';

/**
 * A folder for what stands in the clear for a while: within the data folder, whose disk is the one that is protected, and
 * for its owner only. What a killed run has left goes first; of two runs at the same time the second would take the first one’s away.
 * @throws Failure `backup-running`
 */
export async function openScratch(dataDir: string): Promise<{ readonly path: string } & AsyncDisposable> {
  await mkdir(dataDir, { recursive: true });
  const lock = takeLock(join(dataDir, 'run', 'backup.lock'));
  if (lock === undefined) throw new Failure('backup-running', { folder: dataDir });
  try {
    return await emptyFolder(dataDir, lock);
  } catch (cause) {
    lock[Symbol.dispose]();
    throw cause;
  }
}

async function emptyFolder(dataDir: string, lock: Disposable): Promise<{ readonly path: string } & AsyncDisposable> {
  for (const name of await readdir(dataDir))
    if (name.startsWith(prefix)) await rm(join(dataDir, name), { recursive: true, force: true });
  const path = await mkdtemp(join(dataDir, prefix));
  await chmod(path, 0o700);
  const leave = async () => {
    using _held = lock;
    await rm(path, { recursive: true, force: true });
  };
  return { path, [Symbol.asyncDispose]: leave };
}

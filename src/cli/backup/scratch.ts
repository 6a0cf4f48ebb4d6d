import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const prefix = 'backup-scratch-';

/**
 * A folder for what stands in the clear for a while: within the data folder, whose disk is the one that is protected, and
 * for its owner only. What a killed run has left goes first.
 */
export async function openScratch(dataDir: string): Promise<{ readonly path: string } & AsyncDisposable> {
  await mkdir(dataDir, { recursive: true });
  for (const name of await readdir(dataDir))
    if (name.startsWith(prefix)) await rm(join(dataDir, name), { recursive: true, force: true });
  const path = await mkdtemp(join(dataDir, prefix));
  await chmod(path, 0o700);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type MasterStore, openMasterStore } from '#media/intake/master-store.ts';

/** An empty store in a folder that goes when the test ends. */
export async function emptyStore(): Promise<{ store: MasterStore; dir: string; files(): Promise<string[]> }> {
  const dir = await mkdtemp(join(tmpdir(), 'masters-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const store = await openMasterStore(dir);
  const files = async () =>
    (await readdir(dir, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1));
  return { store, dir, files };
}

import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { masterPath, openMasterStore } from '#media/intake/master-store.ts';

/** Ways in which a disk or a hand harms a master. */
export const harms = {
  flipped: async (path: string) => {
    const bytes = await readFile(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await overwrite(path, bytes);
  },
  truncated: async (path: string) => {
    await chmod(path, 0o644);
    await truncate(path, 100);
    await chmod(path, 0o444);
  },
  emptied: (path: string) => overwrite(path, Buffer.alloc(0)),
  deleted: (path: string) => rm(path),
} as const;
export type Harm = keyof typeof harms;

async function overwrite(path: string, bytes: Uint8Array): Promise<void> {
  await chmod(path, 0o644);
  await writeFile(path, bytes);
  await chmod(path, 0o444);
}

/** A folder of masters and a copy of it, which go when the test ends. */
export interface Archive {
  readonly dir: string;
  readonly mirror: string;
  readonly names: readonly string[];
  path(sha256: string): string;
  inMirror(sha256: string): string;
  /** What was put aside, by file name. */
  aside(): Promise<Readonly<Record<string, Buffer>>>;
  arriving(): Promise<string[]>;
}

export async function newArchive(masters: number, bytes = 5000): Promise<Archive> {
  const folder = await mkdtemp(join(tmpdir(), 'archive-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [dir, mirror] = [join(folder, 'masters'), join(folder, 'mirror')];
  const store = await openMasterStore(dir);
  const names: string[] = [];
  for (let count = 0; count < masters; count += 1) names.push((await store.put(randomBytes(bytes))).sha256);
  await cp(dir, mirror, { recursive: true });
  return {
    ...{ dir, mirror, names },
    path: (sha256) => masterPath(dir, sha256),
    inMirror: (sha256) => masterPath(mirror, sha256),
    aside: () => filesIn(join(dir, 'fixity', 'damaged')),
    arriving: () => readdir(join(dir, 'incoming')),
  };
}

async function filesIn(folder: string): Promise<Record<string, Buffer>> {
  const names = await readdir(folder).catch(() => []);
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))])));
}

import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asideFolder } from '#media/fixity/places.ts';
import { openFixityRecord } from '#media/fixity/record.ts';
import { isMasterName, masterPath, syncFolder } from '#media/intake/master-store.ts';

/** Where masters lie, and what was made of them here. */
export interface Places {
  readonly mastersDir: string;
  readonly mastersMirror?: string | undefined;
  readonly archiveDir?: string | undefined;
}

const leavingFolder = (mastersDir: string): string => join(mastersDir, 'leaving');
const leavingPath = (mastersDir: string, sha256: string): string => join(leavingFolder(mastersDir), sha256);

const isAbsent = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';

/** @returns whether there was something to move */
const move = async (from: string, to: string): Promise<boolean> => {
  await mkdir(dirname(to), { recursive: true, mode: 0o750 });
  try {
    await rename(from, to);
  } catch (cause) {
    if (isAbsent(cause)) return false;
    throw cause;
  }
  for (const folder of [dirname(from), dirname(to)]) await syncFolder(folder);
  return true;
};

const remove = async (path: string): Promise<void> => {
  await rm(path, { force: true });
  await syncFolder(dirname(path)).catch((cause: unknown) => {
    if (!isAbsent(cause)) throw cause;
  });
};

/** Takes a master out of the store, to a place beside it: whoever takes the same bytes in from now on keeps them anew. */
export const setAside = async ({ mastersDir }: Places, sha256: string): Promise<void> => {
  if (isMasterName(sha256)) await move(masterPath(mastersDir, sha256), leavingPath(mastersDir, sha256));
};

/** Puts back what is needed after all, unless the same bytes were kept anew meanwhile. */
export const putBack = async ({ mastersDir }: Places, sha256: string, isKept: boolean): Promise<void> => {
  if (!isMasterName(sha256)) return;
  if (isKept) await remove(leavingPath(mastersDir, sha256));
  else await move(leavingPath(mastersDir, sha256), masterPath(mastersDir, sha256));
};

/** Damaged copies that were put aside when the master was mended. */
const damagedCopies = async (mastersDir: string, sha256: string): Promise<string[]> => {
  const folder = asideFolder(mastersDir);
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.startsWith(`${sha256}-`)).map((name) => join(folder, name));
};

/** What the studio's screens made of it: small pictures (`<hash>-<width>…`), and the copy that tiles are cut from (`<hash>.tif`). */
export const copiesForScreens = async (archiveDir: string | undefined, sha256: string): Promise<string[]> => {
  if (archiveDir === undefined) return [];
  const found = ['small', 'zoom'].map(async (kind) => {
    const folder = join(archiveDir, kind, sha256.slice(0, 2));
    const names = await readdir(folder).catch(() => []);
    return names.filter((name) => name.startsWith(sha256)).map((name) => join(folder, name));
  });
  return (await Promise.all(found)).flat();
};

/**
 * Removes every copy of a master: what it would be mended from first, so that nothing brings it back. Done twice it does no
 * harm; what fails is done by the next round.
 */
export const removeBytes = async (places: Places, sha256: string): Promise<void> => {
  if (!isMasterName(sha256)) return;
  const { mastersDir, mastersMirror, archiveDir } = places;
  if (mastersMirror !== undefined) await remove(masterPath(mastersMirror, sha256));
  using record = openFixityRecord(mastersDir);
  record.forget(sha256);
  const copies = [...(await damagedCopies(mastersDir, sha256)), ...(await copiesForScreens(archiveDir, sha256))];
  for (const path of [...copies, masterPath(mastersDir, sha256), leavingPath(mastersDir, sha256)]) await remove(path);
};

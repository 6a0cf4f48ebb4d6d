import type { KeyObject } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { syncFolder } from '#feed/durable.ts';
import { unreadPath } from '../../unread-path.ts';
import { openRemovalRecord, type ReadRemoval } from './removal-record.ts';

/** Folder of the signed records within that of the log. */
export const removalsDir = (dir: string): string => unreadPath(dir, 'removals');

const nameOf = (number: number): string => `${String(number).padStart(6, '0')}.json`;

/** Names of the records that are there, in order; none where nothing was ever removed. */
export const removalNames = async (dir: string): Promise<string[]> => {
  const names = await readdir(removalsDir(dir)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return names.filter((name) => /^\d{6,9}\.json$/.test(name)).sort();
};

/**
 * All records of a log, in order.
 * @param trust see `openRemovalRecord`
 * @throws Failure `audit-removal-unsound` with the first that is none, or is not signed
 */
export const readRemovals = async (dir: string, trust: readonly KeyObject[] | null): Promise<ReadRemoval[]> => {
  const all: ReadRemoval[] = [];
  for (const name of await removalNames(dir)) {
    const path = unreadPath(removalsDir(dir), name);
    all.push(openRemovalRecord(await readFile(path), trust, path));
  }
  return all;
};

/** Puts a file into a folder: whole or not at all, and on the disk when it returns. */
const put = async (folder: string, name: string, file: Uint8Array): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o750 });
  const target = unreadPath(folder, name);
  const handle = await open(`${target}.new`, 'w', 0o640);
  try {
    await handle.writeFile(file);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${target}.new`, target);
  await syncFolder(folder);
};

/** Writes a record down, durably, before anything of what it tells is done. */
export const writeRemoval = (dir: string, number: number, file: Uint8Array): Promise<void> =>
  put(removalsDir(dir), nameOf(number), file);

const nothingDir = (dir: string): string => unreadPath(removalsDir(dir), 'nothing');

/** An id of ours, which can be the name of a file. */
const isName = (request: string): boolean => /^[\w-]{1,64}$/.test(request);

/**
 * Notes that of what a request asked for no line was left. The gate writes nothing into the database: whoever closes the request
 * there reads it here.
 */
export const noteNothing = async (dir: string, request: string): Promise<void> => {
  if (isName(request)) await put(nothingDir(dir), request, new Uint8Array());
};

/** Requests of which nothing was left. */
export const readNothing = async (dir: string): Promise<ReadonlySet<string>> => {
  const names = await readdir(nothingDir(dir)).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return [];
    throw cause;
  });
  return new Set(names.filter(isName));
};

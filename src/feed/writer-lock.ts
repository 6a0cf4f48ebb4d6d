import { randomUUID } from 'node:crypto';
import { open, readFile, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { isAlive, type LockHolder, lease, lockHolder, startOf } from './lock-holder.ts';

/** The right to write into a feed folder, held by one writer at a time. */
export interface WriterLock {
  /**
   * Renews the lease and makes sure that nobody has taken it over; called before every write.
   *
   * @throws Failure `feed-locked` when another writer holds the folder now.
   */
  renew(): Promise<void>;
  release(): Promise<void>;
}

const ours = new Set<string>();
const absent = () => null;

const readHolder = async (file: string): Promise<LockHolder | null> => {
  const text = await readFile(file, 'utf8').catch(absent);
  if (text === null) return null;
  try {
    return lockHolder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

const claim = async (file: string, token: string): Promise<boolean> => {
  const holder: LockHolder = { token, pid: process.pid, host: hostname(), started: await startOf(process.pid) };
  const handle = await open(file, 'wx', 0o644).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'EEXIST') return null;
    throw cause;
  });
  if (handle === null) return false;
  try {
    await handle.writeFile(JSON.stringify(holder));
  } finally {
    await handle.close();
  }
  return true;
};

/** Removes a lock whose holder is dead; refuses when it lives. A lock without readable words is one being written, or torn. */
const heal = async (file: string, folder: string): Promise<void> => {
  const found = await stat(file).catch(absent);
  if (found === null) return;
  const holder = await readHolder(file);
  const alive = holder === null ? Date.now() - found.mtimeMs < lease : await isAlive(holder, found.mtimeMs, ours);
  if (alive) {
    throw new Failure('feed-locked', { feed: folder, pid: holder?.pid ?? 0, host: holder?.host ?? '' });
  }
  await unlink(file).catch(absent);
};

/**
 * Takes a feed folder for writing. The lock of a dead process on this machine is healed at once; that of another machine
 * (a shared disk) after its lease of 90 seconds, so a holder must write or `touch` more often than that.
 *
 * @throws Failure `feed-locked` when a living writer holds it.
 */
export const lockFolder = async (folder: string): Promise<WriterLock> => {
  const file = join(folder, 'lock');
  const token = randomUUID();
  for (let attempt = 0; !(await claim(file, token)); attempt += 1) {
    if (attempt === 5) throw new Failure('feed-locked', { feed: folder, pid: 0, host: '' });
    await heal(file, folder);
  }
  ours.add(token);
  return {
    async renew() {
      const holder = await readHolder(file);
      if (holder?.token !== token) {
        throw new Failure('feed-locked', { feed: folder, pid: holder?.pid ?? 0, host: holder?.host ?? '' });
      }
      const now = new Date();
      await utimes(file, now, now);
    },
    async release() {
      ours.delete(token);
      if ((await readHolder(file))?.token === token) await unlink(file).catch(absent);
    },
  };
};

import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';

/** Who holds a feed folder for writing: what stands in its file `lock`. */
export const lockHolder = z.object({
  token: z.string(),
  pid: z.int().positive(),
  host: z.string(),
  /** When that process was started, as its system tells it; null where the system does not. */
  started: z.string().nullable(),
});
export type LockHolder = z.infer<typeof lockHolder>;

/** A holder on another machine is taken for dead when it has not renewed its lock for this long, in milliseconds. */
export const lease = 90_000;

/** Start of a process in ticks since boot (Linux), so that a reused process id is not taken for its predecessor. */
export const startOf = async (pid: number): Promise<string | null> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
};

const running = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH');
  }
};

/**
 * Whether the holder still works. On this machine the process decides; on another one the lease does.
 *
 * @param renewedAt When the lock was last renewed, in milliseconds since 1970.
 * @param ours Tokens of the locks that this very program holds.
 */
export const isAlive = async (holder: LockHolder, renewedAt: number, ours: ReadonlySet<string>): Promise<boolean> => {
  if (holder.host !== hostname()) return Date.now() - renewedAt < lease;
  if (ours.has(holder.token)) return true;
  if (!running(holder.pid)) return false;
  const started = await startOf(holder.pid);
  return started === null || holder.started === null ? holder.pid !== process.pid : started === holder.started;
};

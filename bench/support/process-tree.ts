import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

interface Resident {
  readonly parent: number;
  /** Bytes. */
  readonly resident: number;
}

/** Parent and resident memory of each process of this machine (Linux, proc(5)). */
const everyProcess = (): Map<number, Resident> => {
  const found = new Map<number, Resident>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const read = (key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      found.set(Number(name), { parent: read('PPid'), resident: read('VmRSS') * 1024 });
    } catch {
      // It has ended meanwhile
    }
  }
  return found;
};

/** Bytes resident in a process and all that come of it, pages that they share counted for each. */
const residentBelow = (root: number): number => {
  const all = everyProcess();
  const isBelow = (pid: number): boolean => pid === root || (pid > 1 && isBelow(all.get(pid)?.parent ?? 0));
  let sum = 0;
  for (const [pid, { resident }] of all) if (isBelow(pid)) sum += resident;
  return sum;
};

const pause = 100;

/** The memory of a process and all that come of it, as it went. */
export interface MemoryWatched {
  /** Megabytes at the most. */
  readonly peak: number;
  /** The most in the last fifth of the time against the most in the second: what begins is not yet at its height in the first. */
  readonly growth: number;
}

/** Looks at a tree of processes ten times a second until `work` is over. @throws what `work` throws */
export const watchMemory = async (root: number, work: Promise<unknown>): Promise<MemoryWatched> => {
  const seen: number[] = [];
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  // Whoever waits for it hears of a failure below
  over.catch(() => undefined);
  while (!isOver) {
    seen.push(residentBelow(root));
    await sleep(pause);
  }
  await over;
  const fifth = (number: number) =>
    Math.max(...seen.slice((seen.length * number) / 5, (seen.length * (number + 1)) / 5));
  return { peak: Math.round(Math.max(...seen) / 2 ** 20), growth: fifth(4) / fifth(1) };
};

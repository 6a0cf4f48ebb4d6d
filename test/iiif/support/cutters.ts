import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../support/delivery-node.ts';

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );

const isCutter = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('media/sandbox/worker.ts');
  } catch {
    return false;
  }
};

/** Those of files that this process ran before, which end when they have rested. */
let earlier: ReadonlySet<number> = new Set();

/** Says that whatever cuts or decodes now is no matter of the tests that follow. */
export const forgetEarlierCutters = (): void => {
  earlier = new Set(childrenOf(process.pid).filter(isCutter));
};

/** Numbers of the processes that these tests have started to cut pictures. */
export const cutterPids = (): number[] => childrenOf(process.pid).filter((pid) => isCutter(pid) && !earlier.has(pid));

/** Holds every process that cuts, so that whatever is asked for waits; `go` lets them work on. */
export const holdCutters = (): { readonly pids: readonly number[]; go(): void } => {
  const pids = cutterPids();
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  return {
    pids,
    go: () => {
      for (const pid of pids.filter(isCutter)) process.kill(pid, 'SIGCONT');
    },
  };
};

/** Paths of all tiles that a node keeps, below its folder of tiles. */
export const tilesOf = (dir: string): string[] => {
  try {
    return readdirSync(join(dir, 'tiles'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
};

/** Waits until a node keeps so many tiles: they are written behind the answer. */
export const untilKept = (dir: string, count: number): Promise<string[]> =>
  until(
    async () => tilesOf(dir).filter((path) => !path.includes('/parts/')),
    (paths) => paths.length === count,
  );

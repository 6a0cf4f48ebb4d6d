import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const owed = new Set<() => Promise<void>>();
let isOver = false;

/**
 * Promises that something will be ended: by whoever disposes of the promise, or by `endEverything` when the program is
 * told to stop in the midst of its work.
 */
export const promiseEnd = (end: () => Promise<void>): AsyncDisposable => {
  if (isOver) {
    void end();
    throw new Error('the measurement has been stopped');
  }
  owed.add(end);
  return {
    [Symbol.asyncDispose]: async () => {
      if (owed.delete(end)) await end();
    },
  };
};

/** Ends whatever has not ended yet, the youngest first, and lets nothing new begin. */
export const endEverything = async (): Promise<void> => {
  isOver = true;
  for (const end of [...owed].reverse()) {
    owed.delete(end);
    await end().catch((error: unknown) => console.error(error));
  }
};

/** A folder below the system's own for passing things. */
export interface Scratch extends AsyncDisposable {
  readonly path: string;
}

/** Makes a folder that goes with everything in it. @param name what it is for, e.g. `city` */
export const makeScratch = async (name: string): Promise<Scratch> => {
  const path = await mkdtemp(join(tmpdir(), `benthanh-bench-${name}-`));
  // A process that is just ending may still write into it
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  return { path, ...promiseEnd(remove) };
};

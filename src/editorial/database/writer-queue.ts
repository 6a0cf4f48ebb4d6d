import { setImmediate as nextTurn } from 'node:timers/promises';

/** Hands the one right to write to whoever asks, in order of asking. */
export interface WriterQueue {
  /** Waits for the right; call what it returns to give it back (a second call does nothing). */
  take(): Promise<() => void>;
  /** Runs `work` with the right. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * A queue for one process. Whoever waits longer than `patience` milliseconds is refused: that is a write which waits for
 * itself, and an error is better than a studio that stands still.
 */
export const openWriterQueue = (patience = 60_000): WriterQueue => {
  let last: Promise<void> = Promise.resolve();

  const take = async (): Promise<() => void> => {
    const { promise: done, resolve: release } = Promise.withResolvers<void>();
    const before = last;
    last = Promise.all([before, done]).then(() => undefined);
    try {
      await within(before, patience);
    } catch (error) {
      release();
      throw error;
    }
    // The embedded database answers without ever letting go of the process: answers to earlier writers would wait until
    // the last of all has written
    await nextTurn();
    return release;
  };

  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    const release = await take();
    try {
      return await work();
    } finally {
      release();
    }
  };
  return { take, run };
};

const within = async (turn: Promise<void>, patience: number): Promise<void> => {
  const { promise: tooLong, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error(`No turn to write within ${patience} ms`)), patience);
  try {
    await Promise.race([turn, tooLong]);
  } finally {
    clearTimeout(timer);
  }
};

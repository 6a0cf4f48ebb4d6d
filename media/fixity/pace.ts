import { setTimeout as sleep } from 'node:timers/promises';

/** Spreads reading evenly: how long to wait before so many bytes may be read, in milliseconds. */
export interface Pace {
  delayFor(bytes: number, now: number): number;
}

/**
 * @param bytesPerSecond what is never exceeded but by one piece of reading
 * @NOTE Time in which nothing was read is not made up for: after a rest the disk is read no faster than ever.
 */
export function openPace(bytesPerSecond: number): Pace {
  let free = 0;
  return {
    delayFor: (bytes, now) => {
      const begin = Math.max(free, now);
      free = begin + (bytes / bytesPerSecond) * 1000;
      return begin - now;
    },
  };
}

/** Waits its turn. Rejects when the signal aborts. */
export async function keepPace(pace: Pace, bytes: number, signal: AbortSignal): Promise<void> {
  const delay = pace.delayFor(bytes, performance.now());
  if (delay >= 1) await sleep(delay, undefined, { signal });
  else signal.throwIfAborted();
}

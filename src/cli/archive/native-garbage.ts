import { Session } from 'node:inspector/promises';

/** Bytes that a process may have grown by before its garbage is looked for. */
const usualGrowth = 128 * 2 ** 20;

export interface Growth {
  /** Bytes of growth after which is collected. */
  readonly after?: number;
  /** Bytes of memory that the process holds now. */
  readonly held?: () => number;
}

/**
 * Lets go of what the database's driver keeps outside the engine's heap. Each statement is a few bytes to the engine and some
 * hundred thousand to the system, so that over a long run the engine sees no need to collect while the process grows by
 * gigabytes.
 * @returns called after each piece of work: collects, within a tenth of a second, where much has come since the last time
 */
export const collectsNativeGarbage = ({
  after = usualGrowth,
  held = process.memoryUsage.rss,
}: Growth = {}): (() => Promise<void>) => {
  let floor = held();
  return async () => {
    if (held() - floor < after) return;
    // Those who come meanwhile need not collect too
    floor = Number.POSITIVE_INFINITY;
    const session = new Session();
    session.connect();
    try {
      await session.post('HeapProfiler.collectGarbage');
    } finally {
      session.disconnect();
      floor = held();
    }
  };
};

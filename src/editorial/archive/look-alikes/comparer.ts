import type { Payload } from 'payload';
import { type LikenessIndex, openLikenessIndex } from '#media/likeness/likeness-index.ts';
import { allLooks, countComparable, findUncompared, type Looks, markCompared } from './hashes.ts';
import { notePair } from './pairs.ts';

/** Holds pictures against all others. One at a time in a process; several processes may do it at once. */
export interface Comparer {
  /** Compares what has not been compared yet. @returns the number of pairs that are new */
  round(signal?: AbortSignal): Promise<number>;
}

/** Pictures that are read together. */
const portion = 100;

export function openComparer(payload: Payload): Comparer {
  let index: LikenessIndex = openLikenessIndex();

  /** Other processes take pictures in and away too: where the numbers differ, everything is read again. */
  const refresh = async (): Promise<void> => {
    if ((await countComparable(payload)) === index.size) return;
    const fresh = openLikenessIndex();
    for await (const looks of allLooks(payload)) for (const { id, hash } of looks) fresh.set(id, hash);
    index = fresh;
  };

  const compare = async (looks: Looks): Promise<number> => {
    const { id, hash } = looks;
    let found = 0;
    index.set(id, hash);
    for (const near of index.near(hash, id)) if (await notePair(payload, id, near.id, near.fine)) found += 1;
    // Only now: a process that dies before compares it again, and notes no pair twice
    await markCompared(payload, looks);
    return found;
  };

  return {
    round: async (signal) => {
      let found = 0;
      // One that is saved while it is compared waits for the next round, and does not keep this one going
      const had = new Set<string>();
      for (;;) {
        const waiting = (await findUncompared(payload, portion)).filter(({ id }) => !had.has(id));
        if (waiting.length === 0) return found;
        await refresh();
        for (const looks of waiting) {
          if (signal?.aborted) return found;
          had.add(looks.id);
          found += await compare(looks);
        }
      }
    },
  };
}

/**
 * Turns in a line: several work at once, and what has to happen in order waits for all that stand before it. Whoever is begun
 * has to leave the line, or those behind wait for ever.
 */
export interface Turns<T> {
  /** Until all that stand before this one have left. */
  wait(one: T): Promise<void>;
  leave(one: T): void;
}

/** @param line all that will come, in order */
export const turnsOf = <T>(line: readonly T[]): Turns<T> => {
  const places = new Map(line.map((one, index) => [one, index]));
  const left = new Set<number>();
  const waiting = new Map<number, () => void>();
  let next = 0;
  return {
    wait: (one) =>
      new Promise((resolve) => {
        const place = places.get(one) ?? 0;
        if (place <= next) resolve();
        else waiting.set(place, resolve);
      }),
    leave: (one) => {
      left.add(places.get(one) ?? 0);
      for (; left.delete(next); next++) {
        // Whoever comes next
      }
      waiting.get(next)?.();
      waiting.delete(next);
    },
  };
};

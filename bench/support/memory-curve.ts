const mega = 1024 * 1024;

/** Memory of this process over a run. */
export interface MemoryCurve {
  /** To be called after each piece of work. */
  note(): void;
  /** Megabytes resident at most. */
  peak(): number;
  /** What is alive at the end against what was alive near the beginning. */
  growth(): number;
}

/**
 * Memory over a run. What is resident grows by steps while V8 makes room for garbage; what is alive is seen where it has just
 * collected some, so the lowest heap of a fifth of the run is compared with that of another.
 */
export const memoryCurve = (): MemoryCurve => {
  const resident: number[] = [];
  const heap: number[] = [];
  const lowest = (from: number, to: number) => Math.min(...heap.slice(heap.length * from, heap.length * to));
  return {
    note: () => {
      const { rss, heapUsed } = process.memoryUsage();
      resident.push(rss / mega);
      heap.push(heapUsed / mega);
    },
    peak: () => Math.max(...resident),
    growth: () => lowest(0.8, 1) / lowest(0.2, 0.4),
  };
};

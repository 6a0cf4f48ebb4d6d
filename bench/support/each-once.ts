import { percentile } from './percentile.ts';

/** How many addresses were answered when each was asked for once. */
export interface Round {
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

/**
 * Asks for each address once, several at a time, and reads every answer to its end.
 * @throws Error at the first answer that is not 200
 */
export const askEachOnce = async (urls: readonly string[], atOnce: number): Promise<Round> => {
  const [waiting, taken] = [[...urls], [] as number[]];
  const ask = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const start = performance.now();
      const response = await fetch(url);
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`${response.status} at ${url}`);
      taken.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, ask));
  const seconds = (performance.now() - start) / 1000;
  return { p50: percentile(taken, 0.5), p95: percentile(taken, 0.95), perSecond: urls.length / seconds };
};

import { percentile } from './percentile.ts';

/** Does one after another. @returns how long each took, in milliseconds */
export const timed = async (questions: readonly (() => Promise<unknown>)[]): Promise<number[]> => {
  const times: number[] = [];
  for (const question of questions) {
    const began = performance.now();
    await question();
    times.push(performance.now() - began);
  }
  return times;
};

export const halfAndMost = (times: readonly number[]): string =>
  `p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`;

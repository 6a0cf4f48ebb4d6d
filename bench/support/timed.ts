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

/** How long each of two took, in milliseconds, in the order in which they were asked. */
export interface Turns {
  readonly ours: readonly number[];
  readonly baseline: readonly number[];
}

/** Not counted: what is done for the first time. */
const warmUp = 5;

/** One after the other in turns, so that what the machine does besides befalls both alike. */
export const inTurns = async ({
  ours,
  baseline,
  rounds,
}: {
  readonly ours: () => Promise<unknown>;
  readonly baseline: () => Promise<unknown>;
  readonly rounds: number;
}): Promise<Turns> => {
  const times = await timed(Array.from({ length: 2 * (rounds + warmUp) }, (_, at) => (at % 2 === 0 ? ours : baseline)));
  const of = (rest: number) => times.filter((_, at) => at % 2 === rest).slice(warmUp);
  return { ours: of(0), baseline: of(1) };
};

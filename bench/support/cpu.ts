import type { Figure } from './report.ts';

/** Milliseconds of CPU, all threads together: on a shared machine they are steadier than the clock. */
const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How often each side is measured. */
export const rounds = 5;

/** What is compared with what. */
export interface Comparison {
  readonly what: string;
  readonly ours: () => Promise<unknown>;
  readonly baseline: () => Promise<unknown>;
  /** Our CPU time by the baseline’s may be so much. */
  readonly atMost: number;
}

/** Ours and the baseline in turns, after one turn that does not count, so that both meet the same machine. */
export const compareCpu = async ({ what, ours, baseline, atMost }: Comparison): Promise<Figure> => {
  const taken: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const [mine, theirs] = [await cpuOf(ours), await cpuOf(baseline)];
    if (round === 0) continue;
    taken.ours.push(mine);
    taken.baseline.push(theirs);
  }
  const [mine, theirs] = [median(taken.ours), median(taken.baseline)];
  const ratio = mine / theirs;
  return {
    what,
    ours: `${Math.round(mine)} ms CPU`,
    baseline: `${Math.round(theirs)} ms CPU`,
    ratio: `${ratio.toFixed(2)} × the CPU`,
    goal: `≤ ${atMost} ×`,
    met: ratio <= atMost,
  };
};

import { randomBytes } from 'node:crypto';
import { distanceOf, nearest, openLikenessIndex } from '#media/likeness/likeness-index.ts';
import { percentile } from './support/percentile.ts';
import { say } from './support/progress.ts';
import type { Section } from './support/report.ts';

const pictures = 1_000_000;
const questions = 200;
/** Milliseconds that a question may take. */
const goal = 20;

const likeness = (): string => randomBytes(40).toString('hex');

/** What a program does that keeps likenesses as texts and compares each with each. */
const plainly = (all: readonly string[], asked: string): number =>
  all.filter((one) => {
    const { quick, fine } = distanceOf(one, asked);
    return quick <= nearest.quick && fine <= nearest.fine;
  }).length;

const timesOf = (count: number, ask: (turn: number) => void): number[] =>
  Array.from({ length: count }, (_, turn) => {
    const began = performance.now();
    ask(turn);
    return performance.now() - began;
  });

/** `npm run bench -- look-alikes`: who looks like this picture, among a million. */
export const measureLookAlikes = (): Section => {
  say(`look-alikes: ${pictures} pictures`);
  const all = Array.from({ length: pictures }, likeness);
  const index = openLikenessIndex(pictures);
  for (const [at, one] of all.entries()) index.set(String(at), one);
  const ours = timesOf(questions, (turn) => index.near(all[turn * 7] ?? ''));
  const baseline = timesOf(3, (turn) => plainly(all, all[turn * 7] ?? ''));
  const [p50, p95] = [percentile(ours, 0.5), percentile(ours, 0.95)];
  const plain = percentile(baseline, 0.5);
  return {
    title: `Pictures that look the same, among ${pictures.toLocaleString('en')}`,
    command: 'npm run bench -- look-alikes',
    how: `${questions} questions, each for one picture against all others, made up at random; the baseline keeps the hashes as texts and compares each with each.`,
    figures: [
      {
        what: 'look-up of one picture, p95',
        ours: `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
        baseline: `${plain.toFixed(0)} ms`,
        ratio: `${(goal / p95).toFixed(1)} × inside the goal, ${(plain / p50).toFixed(0)} × the baseline`,
        goal: `< ${goal} ms`,
        met: p95 < goal,
      },
    ],
  };
};

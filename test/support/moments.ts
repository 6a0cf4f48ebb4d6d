import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation } from './installation.ts';

/** When a start is cut short: so many milliseconds after something was said, by the plug or by Ctrl-C. */
export interface Moment {
  readonly after: RegExp | undefined;
  readonly milliseconds: number;
  readonly how: 'kill' | 'ctrlC';
}

/** Which random moments this run takes; a failure names it, and BENTHANH_SEED has it again. */
export const seed = Number(process.env.BENTHANH_SEED ?? Date.now() % 1_000_000);

/** Numbers from 0 up to below 1 that look random and come again with the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Moments all over a first start, in its order: each part is cut short somewhere. */
export function momentsOf(random: () => number): Moment[] {
  const { cut, demo } = momentMaker(random);
  return [
    ...[cut(undefined, 400), cut(undefined, 800), cut(undefined, 1500), cut(undefined, 2500)],
    cut(/database schema/, 4000, 'ctrlC'),
    cut(/Making the administrator/, 400),
    ...[cut(demo(2, 30), 400), cut(demo(30, 60), 400, 'ctrlC'), cut(demo(60, 100), 400)],
    cut(/Starting studio/, 800),
    cut(/One-time password/, 1),
  ];
}

/** Moments of a first start without the demo. */
export function plainMomentsOf(random: () => number): Moment[] {
  const { cut } = momentMaker(random);
  return [
    cut(/database schema/, 1500),
    cut(/Making the administrator/, 400),
    cut(/Starting studio/, 800),
    cut(/One-time password/, 1),
  ];
}

/** Moments within the demo, up to the first of its articles. */
export function earlyMomentsOf(random: () => number): Moment[] {
  const { cut, demo } = momentMaker(random);
  return [cut(demo(2, 30), 400), cut(demo(30, 60), 400), cut(demo(69, 70), 0)];
}

/** One before and one after there is an administrator: other runs take others. */
export function somePlainMomentsOf(random: () => number): Moment[] {
  const { cut } = momentMaker(random);
  return [
    random() < 0.5 ? cut(undefined, 2500) : cut(/database schema/, 4000, 'ctrlC'),
    random() < 0.5 ? cut(/Starting studio/, 800) : cut(/One-time password/, 1),
  ];
}

const momentMaker = (random: () => number) => {
  const upTo = (most: number) => Math.floor(random() * most);
  return {
    demo: (from: number, to: number) => new RegExp(`Demo content: ${from + upTo(to - from)} of`),
    cut: (after: RegExp | undefined, most: number, how: Moment['how'] = 'kill'): Moment => ({
      ...{ after, milliseconds: upTo(most), how },
    }),
  };
};

/** Starts an installation and cuts the start short. @returns what the start had said */
export async function cutShort(
  installation: Installation,
  { after, milliseconds, how }: Moment,
  ...args: string[]
): Promise<string> {
  const started = installation.startInTerminal(...args);
  if (after !== undefined) await started.until(after);
  await sleep(milliseconds);
  if (how === 'kill') started.child.kill('SIGKILL');
  else started.ctrlC();
  const { status, stderr } = await started.ended;
  if (how === 'ctrlC' && (status !== 130 || stderr !== '' || installation.leftBehind().length > 0)) {
    throw new Error(`Ctrl-C after ${after} ended with ${status}: ${stderr}${installation.leftBehind().join('\n')}`);
  }
  return started.output();
}

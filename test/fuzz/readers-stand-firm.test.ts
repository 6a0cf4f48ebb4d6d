import { afterAll, beforeAll, expect, test } from 'vitest';
import { targetNames } from './all-targets.ts';
import { keptInputs } from './keep-found.ts';
import { type Bench, openBench } from './run-target.ts';

/** Inputs for each target besides its samples and what once showed a fault; `npm run fuzz` goes on for as long as it is told. */
const runs = 32;

let bench: Bench;
beforeAll(() => {
  bench = openBench();
});
afterAll(() => bench[Symbol.dispose]());

test.each(targetNames)('%s: a result or a refusal of ours, within its bounds', { timeout: 180_000 }, async (target) => {
  const outcome = await bench.run({ target, seed: 1, guided: false, runs, milliseconds: 60_000 });
  expect(outcome).toMatchObject({ explored: { found: [], runs: expect.any(Number) } });
});

test('whatever once showed a fault is tried again', () => {
  const kept = keptInputs();
  expect(kept.length).toBeGreaterThan(0);
  for (const { target } of kept) expect(targetNames).toContain(target);
});

import { writeFileSync } from 'node:fs';
import { openTarget } from './all-targets.ts';
import { type Explored, explore } from './explore.ts';
import { keptInputs } from './keep-found.ts';
import { openStepMeter } from './step-meter.ts';

/** What a worker is asked. */
export interface Order {
  readonly target: string;
  readonly seed: number;
  readonly guided: boolean;
  /** Whichever comes first. */
  readonly runs: number;
  readonly milliseconds: number;
  /** Where the input that is being tried stands, so that it is there if this process does not come back. */
  readonly current: string;
}

/** What it tells: how far it is, and at the end what it found. */
export type Told = { readonly runs: number } | { readonly explored: Explored } | { readonly failed: string };

/** Milliseconds between two words about how far it is. */
const often = 500;

const tell = (told: Told): void => void process.send?.(told);

const work = async ({ target: name, seed, guided, runs, milliseconds, current }: Order): Promise<void> => {
  const target = await openTarget(name);
  const first = keptInputs().flatMap((kept) => (kept.target === name ? [kept.bytes] : []));
  using meter = openStepMeter();
  const until = performance.now() + milliseconds;
  let told = performance.now();
  const explored = await explore({
    ...{ target, seed, meter, guided, first },
    goesOn: (done) => done < runs && performance.now() < until,
    beforeEach: (bytes, done) => {
      writeFileSync(current, bytes);
      if (performance.now() - told < often) return;
      told = performance.now();
      tell({ runs: done });
    },
  });
  tell({ explored });
};

process.on('message', (order: Order) => {
  work(order).catch((error: Error) => tell({ failed: error.stack ?? error.message }));
});

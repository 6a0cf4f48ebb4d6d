import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Explored } from './explore.ts';
import type { Order, Told } from './worker.ts';

/** Milliseconds after which an input that gives no answer is one that hangs: no other takes a second. */
const patience = 60_000;
/** Megabytes that values of a worker may take. */
const mostMemory = 512;

/** An input after which the process was gone, or did not answer. */
export interface Lost {
  readonly target: string;
  readonly why: 'hangs' | 'kills the process';
  readonly bytes: Uint8Array;
}

export type Outcome = { readonly explored: Explored } | { readonly lost: Lost };

/** A process in which readers meet their inputs: one that hangs, or eats all memory, takes nobody with it. */
export interface Bench extends Disposable {
  /** @throws where the target cannot be run at all */
  run(order: Omit<Order, 'current'>, onRuns?: (runs: number) => void): Promise<Outcome>;
}

const started = (): ChildProcess =>
  fork(join(import.meta.dirname, 'worker.ts'), [], {
    execArgv: [`--max-old-space-size=${mostMemory}`, '--no-warnings'],
    serialization: 'advanced',
  });

/** The last word of a worker about an order: null where it is gone or has not said anything for too long. */
const answerOf = (
  child: ChildProcess,
  order: Order,
  onRuns: (runs: number) => void,
): Promise<Told | 'silent' | 'gone'> =>
  new Promise((resolve) => {
    const silent = () => finish('silent');
    let clock = setTimeout(silent, patience);
    const gone = () => finish('gone');
    const finish = (told: Told | 'silent' | 'gone') => {
      clearTimeout(clock);
      child.off('message', hear).off('exit', gone);
      resolve(told);
    };
    const hear = (told: Told) => {
      clearTimeout(clock);
      clock = setTimeout(silent, patience);
      if ('runs' in told) onRuns(told.runs);
      else finish(told);
    };
    child.on('message', hear).on('exit', gone);
    child.send(order);
  });

export const openBench = (): Bench => {
  const folder = mkdtempSync(join(tmpdir(), 'benthanh-fuzz-'));
  const current = join(folder, 'current');
  let child: ChildProcess | null = null;
  return {
    run: async (order, onRuns = () => undefined) => {
      child ??= started();
      const told = await answerOf(child, { ...order, current }, onRuns);
      if (told !== 'silent' && told !== 'gone') {
        if ('explored' in told) return { explored: told.explored };
        throw new Error('failed' in told ? told.failed : 'a worker that answers something else');
      }
      child.kill('SIGKILL');
      child = null;
      const why = told === 'silent' ? 'hangs' : 'kills the process';
      return { lost: { target: order.target, why, bytes: readFileSync(current) } };
    },
    [Symbol.dispose]: () => {
      child?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { Ended, Env } from './installation.ts';
import { quickNode } from './quick-node.ts';

/** A command line to be run. */
export interface Line {
  readonly argv: readonly string[];
  readonly env: Env;
}

/**
 * The command line of the product in a process of its own that has already read its program: the same code from the first
 * argument to the exit status, two seconds sooner. Who wants to stop it, or to run two at once, starts a process instead.
 */
const open = (whenGone: () => void) => {
  const program = resolve(import.meta.dirname, 'run-lines.ts');
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const;
  const child = fork(program, { execArgv: [...quickNode], stdio: [...stdio] });
  let waiting: PromiseWithResolvers<Ended> | undefined;
  child.on('message', (ended: Ended) => waiting?.resolve(ended));
  child.on('exit', (status, signal) => {
    whenGone();
    waiting?.reject(new Error(`the ready command line ended with ${status ?? signal}`));
  });
  let last: Promise<unknown> = Promise.resolve();
  const ask = (line: Line): Promise<Ended> => {
    waiting = Promise.withResolvers();
    child.send(line);
    return waiting.promise;
  };
  return (line: Line): Promise<Ended> => {
    const mine = last.then(() => ask(line));
    last = mine.catch(() => undefined);
    return mine;
  };
};

let ready: ReturnType<typeof open> | undefined;

/** Runs `npx benthanh …` to its end, one after another. */
export const runReady = (line: Line): Promise<Ended> => {
  ready ??= open(() => {
    ready = undefined;
  });
  return ready(line);
};

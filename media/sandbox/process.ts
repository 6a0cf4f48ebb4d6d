import type { ChildProcess } from 'node:child_process';
import { Failure } from '#errors/failure.ts';
import { isFailureCode } from '#errors/failures.ts';
import type { DecoderBounds } from './decoder-bounds.ts';
import type { Outcome, Task } from './tasks.ts';

/** One process that decodes, as its parent sees it. */
export interface WorkerProcess {
  /** One task at a time. When the process ends over it, that is the picture's fault. */
  run(task: Task): Promise<unknown>;
  /** Ends it; resolves when it is gone. */
  end(): Promise<void>;
}

/** Of all that the parent's environment holds (addresses, secrets, options) a process that decodes is told nothing. */
const environment = {
  NODE_ENV: 'production',
  // The C library would otherwise keep a heap for each thread
  MALLOC_ARENA_MAX: '2',
} as const;

/** What the engine forbids to its programs. Native code is not held by it: that is why each is a process of its own. */
const mayOnlyRead = ['--permission', '--allow-fs-read=*', '--allow-addons'];

/**
 * Asked for by name at run time: what a bundler of the studio sees started it takes along, and as it cannot know the program
 * it would take along the whole project.
 */
const { fork } = process.getBuiltinModule('node:child_process');

const start = (entry: string, bounds: DecoderBounds): ChildProcess => {
  const child = fork(entry, [String(bounds.memory)], {
    env: environment,
    // It reads; it writes nothing, starts nothing and opens no inspector
    execArgv: [`--max-old-space-size=${Math.round(bounds.memory / 2)}`, ...mayOnlyRead],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
};

interface Ending {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** How a process ends that wants more memory or time than there is: by itself, by us, by the system or by the engine. */
const starved: readonly (NodeJS.Signals | null)[] = ['SIGKILL', 'SIGABRT'];

/** Why a process has ended in the middle of its work. That it cannot even run is no picture's fault. */
const reasonOf = ({ status, signal }: Ending): Error => {
  const cause = new Error(`the decoder ended with ${signal ?? status}`);
  if (starved.includes(signal)) return new Failure('image-too-costly', {}, { cause });
  return signal ? new Failure('image-damaged', {}, { cause }) : cause;
};

const answerOf = (outcome: Outcome): unknown => {
  if ('done' in outcome) return outcome.done;
  if ('broke' in outcome) throw new Error(outcome.broke);
  const { code, values } = outcome.failed;
  if (!isFailureCode(code)) throw new Error(`the decoder answered ${code}`);
  throw new Failure(code, values);
};

/** @param onEnd called when it takes no more work: it is gone, or about to go */
export const openProcess = (entry: string, bounds: DecoderBounds, onEnd: () => void): WorkerProcess => {
  const child = start(entry, bounds);
  const gone = Promise.withResolvers<Ending>();
  let ended: Ending | undefined;
  /** The task under way. @NOTE No race against the end: what is raced against would keep every answer for as long as it lives. */
  let current: PromiseWithResolvers<Outcome> | undefined;
  let resting: NodeJS.Timeout | undefined;
  const leave = (ending: Ending): void => {
    clearTimeout(resting);
    ended = ending;
    onEnd();
    current?.reject(reasonOf(ending));
    gone.resolve(ending);
  };
  child.once('exit', (status, signal) => leave({ status, signal }));
  child.once('error', () => leave({ status: null, signal: null }));
  const end = async (): Promise<void> => {
    onEnd();
    // Whoever waits for its end is kept alive by it
    child.ref();
    child.kill('SIGKILL');
    await gone.promise;
  };
  const run = async (task: Task): Promise<unknown> => {
    if (ended) throw reasonOf(ended);
    clearTimeout(resting);
    const answered = Promise.withResolvers<Outcome>();
    current = answered;
    const listen = (outcome: unknown): void => answered.resolve(outcome as Outcome);
    const limit = setTimeout(() => child.kill('SIGKILL'), bounds.seconds * 1000);
    child.once('message', listen);
    child.channel?.ref();
    try {
      child.send(task, (error) => error && child.kill('SIGKILL'));
      return answerOf(await answered.promise);
    } finally {
      current = undefined;
      clearTimeout(limit);
      child.off('message', listen);
      child.channel?.unref();
      resting = setTimeout(() => void end(), bounds.rest * 1000).unref();
    }
  };
  return { run, end };
};

import { Failure } from '#errors/failure.ts';
import type { DecoderBounds } from './decoder-bounds.ts';
import { openProcess, type WorkerProcess } from './process.ts';
import type { Answers, Task } from './tasks.ts';

const closed = 'the decoders are closed';

interface Waiting {
  readonly task: Task | (() => Promise<Task>);
  readonly resolve: (answer: never) => void;
  readonly reject: (cause: unknown) => void;
}

/** Processes that take tasks. */
export interface Pool {
  /**
   * @param task what is to be done; made only when its turn has come where it carries a whole picture
   * @throws Failure `too-busy` when as many wait as may
   */
  run<T extends Task>(task: T | (() => Promise<T>)): Promise<Answers[T['kind']]>;
  /** Refuses what waits and ends every process. */
  close(): Promise<void>;
}

/**
 * Hands tasks to processes in the order in which they came, and starts a process where none is free.
 * @param entry path of `worker.ts`
 */
export const openPool = (entry: string, bounds: DecoderBounds): Pool => {
  const waiting: Waiting[] = [];
  const idle: WorkerProcess[] = [];
  const all = new Set<WorkerProcess>();
  let isClosed = false;

  const retire = (worker: WorkerProcess): void => {
    all.delete(worker);
    const index = idle.indexOf(worker);
    if (index >= 0) idle.splice(index, 1);
  };

  const hire = (): WorkerProcess | null => {
    const free = idle.pop();
    if (free) return free;
    if (all.size >= bounds.processes) return null;
    const worker = openProcess(entry, bounds, () => retire(worker));
    all.add(worker);
    return worker;
  };

  const serve = async ({ task, resolve, reject }: Waiting, worker: WorkerProcess): Promise<void> => {
    try {
      resolve((await worker.run(typeof task === 'function' ? await task() : task)) as never);
      if (all.has(worker)) idle.push(worker);
    } catch (cause) {
      if (all.has(worker)) idle.push(worker);
      reject(cause);
    }
    goOn();
  };

  const goOn = (): void => {
    while (waiting.length > 0) {
      const worker = hire();
      const next = worker && waiting.shift();
      if (!next) return;
      void serve(next, worker);
    }
  };

  const run = <T extends Task>(task: T | (() => Promise<T>)): Promise<Answers[T['kind']]> =>
    new Promise((resolve, reject) => {
      if (isClosed) reject(new Error(closed));
      else if (waiting.length >= bounds.waiting) reject(new Failure('too-busy'));
      else waiting.push({ task, resolve, reject });
      goOn();
    });

  const close = async (): Promise<void> => {
    isClosed = true;
    for (const { reject } of waiting.splice(0)) reject(new Error(closed));
    await Promise.all([...all].map((worker) => worker.end()));
  };
  return { run, close };
};

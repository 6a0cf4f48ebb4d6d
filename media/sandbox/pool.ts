import type { Renditions } from '../derive.ts';
import type { EmbeddedRecord } from '../embedded-record.ts';
import type { Examined } from '../examine.ts';
import type { RightsWords } from '../rights-words.ts';
import { type DecoderBounds, usualBounds } from './decoder-bounds.ts';
import { openProcess, type WorkerProcess } from './process.ts';
import type { Answers, Task } from './tasks.ts';

/** Decodes pictures in processes of their own, where a hostile one can do no harm but to itself. */
export interface Decoders extends AsyncDisposable {
  /** Looks at a file that arrived. Throws what `examine` throws, and `image-too-costly`. */
  examine(path: string, maxPixels: number): Promise<Examined>;
  /** What a master says of itself. Throws `not-found`, `master-damaged`, `image-unsupported`, `image-damaged`. */
  embedded(sha256: string): Promise<EmbeddedRecord>;
  /** Makes what the public gets of a master. Throws `not-found`, `master-damaged`, `image-damaged`, `image-too-costly`. */
  derive(sha256: string, options: { words: RightsWords; widths?: readonly number[] }): Promise<Renditions>;
}

const closed = 'the decoders are closed';

interface Waiting {
  readonly task: Task;
  readonly resolve: (answer: never) => void;
  readonly reject: (cause: unknown) => void;
}

interface Pool {
  run<T extends Task>(task: T): Promise<Answers[T['kind']]>;
  /** Refuses what waits and ends every process. */
  close(): Promise<void>;
}

/** Hands tasks to processes in the order in which they came, and starts a process where none is free. */
const openPool = (entry: string, bounds: DecoderBounds): Pool => {
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
      resolve((await worker.run(task)) as never);
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

  const run = <T extends Task>(task: T): Promise<Answers[T['kind']]> =>
    new Promise((resolve, reject) => {
      if (isClosed) reject(new Error(closed));
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

/**
 * @param entry path of `worker.ts`, which is run as a program and never bundled
 * @param dir folder of the masters
 */
export const openDecoders = (entry: string, dir: string, bounds: Partial<DecoderBounds> = {}): Decoders => {
  const { run, close } = openPool(entry, { ...usualBounds, ...bounds });
  return {
    examine: (path, maxPixels) => run({ kind: 'examine', path, maxPixels }),
    embedded: (sha256) => run({ kind: 'embedded', dir, sha256 }),
    derive: (sha256, { words, widths }) => run({ kind: 'derive', dir, sha256, words, ...(widths ? { widths } : {}) }),
    [Symbol.asyncDispose]: close,
  };
};

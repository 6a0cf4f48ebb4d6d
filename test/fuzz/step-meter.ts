import { type Profiler, Session } from 'node:inspector';

/** What some work went through. */
export interface Work {
  /** Blocks of code that were entered, each time counted. */
  readonly steps: number;
  /** Which blocks, each with how often, to the power of two. */
  readonly ways: ReadonlySet<string>;
}

export interface StepMeter extends Disposable {
  /** What was done since it was asked last. */
  read(): Work;
}

/** Programs of ours and packages of others; what Node does itself, and this folder, count for nothing. */
const counts = ({ url }: Profiler.ScriptCoverage): boolean =>
  url.startsWith('file:') && !url.includes('/test/fuzz/') && !url.includes('/fast-check/');

const workOf = (scripts: readonly Profiler.ScriptCoverage[]): Work => {
  const ways = new Set<string>();
  let steps = 0;
  for (const { scriptId, functions } of scripts.filter(counts)) {
    for (const { count, startOffset, endOffset } of functions.flatMap(({ ranges }) => ranges)) {
      if (count === 0) continue;
      steps += count;
      ways.add(`${scriptId}:${startOffset}:${endOffset}:${Math.floor(Math.log2(count))}`);
    }
  }
  return { steps, ways };
};

/**
 * Counts what is executed by the counters that the engine keeps for coverage: the same number for the same work, on whatever
 * machine and however busy it is. Native code counts nothing.
 */
export const openStepMeter = (): StepMeter => {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    read: () => {
      let work: Work = { steps: 0, ways: new Set() };
      session.post('Profiler.takePreciseCoverage', (error, { result }) => {
        if (error) throw error;
        work = workOf(result);
      });
      return work;
    },
    [Symbol.dispose]: () => session.disconnect(),
  };
};

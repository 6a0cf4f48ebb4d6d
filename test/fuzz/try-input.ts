import { Failure } from '#errors/failure.ts';
import type { StepMeter, Work } from './step-meter.ts';
import type { Target } from './target.ts';

/** What is wrong with a reader, as one input shows it. */
export interface Fault {
  readonly kind: 'thrown' | 'code' | 'steps' | 'memory' | 'time';
  /** Says the same of inputs that show the same. */
  readonly what: string;
}

/** How an input ended. */
export type End = 'read' | 'refused' | Fault;

/** Most that the process may grow over one input, in kilobytes. */
const mostGrowth = 256 * 1024;

/** Microseconds of this process's own time after which an input is too slow, however slow the machine: most take a thousandth of it. */
const mostTime = 10_000_000;

const frameOf = (error: Error): string => {
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.includes('file:') && !line.includes('/test/fuzz/'));
  const own = frames.find((line) => !line.includes('node_modules')) ?? frames[0] ?? '';
  return /([\w.@-]+\/[\w.-]+\.\w+:\d+)(?::\d+)?\)?$/.exec(own)?.[1] ?? '';
};

const faultOf = (error: unknown, codes: RegExp | null): Fault | null => {
  if (!(error instanceof Error)) return { kind: 'thrown', what: typeof error };
  if (!(error instanceof Failure))
    return { kind: 'thrown', what: `${error.name} at ${frameOf(error)}: ${error.message.slice(0, 100)}` };
  return codes?.test(error.code) ? null : { kind: 'code', what: error.code };
};

/** Most steps that some bytes may cost. */
export const mostSteps = ({ steps }: Target, length: number): number => steps.base + steps.perByte * length;

/** Gives a target one input, and looks at how it ends. */
export const tryInput = async ({ read, codes }: Target, bytes: Uint8Array): Promise<End> => {
  const [before, started] = [process.resourceUsage().maxRSS, process.cpuUsage()];
  let end: End = 'read';
  try {
    await read(bytes);
  } catch (error) {
    end = faultOf(error, codes) ?? 'refused';
  }
  if (typeof end === 'object') return end;
  if (process.resourceUsage().maxRSS - before > mostGrowth)
    return { kind: 'memory', what: 'more than any input needs' };
  return process.cpuUsage(started).user > mostTime ? { kind: 'time', what: 'more than any input needs' } : end;
};

/** The same with what it cost. */
export const tryMeasured = async (
  target: Target,
  bytes: Uint8Array,
  meter: StepMeter,
): Promise<{ readonly end: End; readonly work: Work }> => {
  meter.read();
  const ended = await tryInput(target, bytes);
  const work = meter.read();
  const isCostly = work.steps > mostSteps(target, bytes.length) && typeof ended === 'string';
  return { end: isCostly ? { kind: 'steps', what: 'more steps than its bytes allow' } : ended, work };
};

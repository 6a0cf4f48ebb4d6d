import { once } from 'node:events';
import { Failure } from '#errors/failure.ts';
import type { FirstLogin } from './administrator.ts';
import { type Report, readReport } from './report.ts';
import { logFileOf, type ServicePlan, startService, stopService } from './service.ts';

/** What a first start has to tell in its banner, and what the public is to see of the demo content. */
export interface Prepared {
  readonly login: FirstLogin | undefined;
  readonly expected: Readonly<Record<string, number>>;
}

/**
 * Runs the preparing process to its end.
 * @throws the Failure that it met, or `service-failed` when it ended without a word
 */
export async function prepare(
  plan: ServicePlan,
  progress: (key: string, values: Readonly<Record<string, string | number>>) => void,
  signal: AbortSignal,
): Promise<Prepared> {
  signal.throwIfAborted();
  let login: FirstLogin | undefined;
  let expected: Readonly<Record<string, number>> = {};
  let wrong: Error | undefined;
  const hear = (report: Report): void => {
    if (report.tell === 'progress') progress(report.key, report.values);
    if (report.tell === 'login') login = { email: report.email, password: report.password };
    if (report.tell === 'released') expected = report.expected;
    if (report.tell === 'failure') wrong = new Failure(report.code, report.values);
    if (report.tell === 'error') wrong = new Error(report.reason);
  };
  const child = startService({ ...plan, onMessage: (message) => hear(readReport(message)) });
  const stop = () => void stopService(child);
  signal.addEventListener('abort', stop);
  const [code] = await once(child, 'close');
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (wrong !== undefined) throw wrong;
  if (code !== 0) throw new Failure('service-failed', { name: plan.name, log: logFileOf(plan) });
  return { login, expected };
}

import type { ChildProcess } from 'node:child_process';
import { Failure } from '#errors/failure.ts';
import { logFileOf, type ServicePlan, startService, stopService } from './service.ts';

/** Processes that are kept running until they are told to stop. */
export interface Supervised {
  /** Ends all of them, gate first, and resolves when none is left. */
  stop(): Promise<void>;
  /** Rejects with `service-failed` when one of them ends again and again. */
  readonly failed: Promise<never>;
}

/** So many ends within so many milliseconds are a fault that starting again does not mend. */
const most = 5;
const within = 60_000;

/** Starts every service and starts it again when it ends by itself. */
export function supervise(plans: readonly ServicePlan[], restarted: (name: string) => void): Supervised {
  const running = new Map<string, ChildProcess>();
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  let stopping = false;

  const run = (plan: ServicePlan, ends: readonly number[]) => {
    const child = startService(plan);
    running.set(plan.name, child);
    child.once('exit', () => {
      if (stopping) return;
      const recent = [...ends, Date.now()].filter((end) => Date.now() - end < within);
      if (recent.length >= most)
        return reject(new Failure('service-failed', { name: plan.name, log: logFileOf(plan) }));
      restarted(plan.name);
      setTimeout(() => !stopping && run(plan, recent), 300 * 2 ** recent.length);
    });
  };

  for (const plan of plans) run(plan, []);
  return {
    failed,
    stop: async () => {
      stopping = true;
      await Promise.all([...running.values()].map(stopService));
    },
  };
}

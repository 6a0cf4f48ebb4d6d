import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import type { OpenGate } from './open-gate.ts';
import { openReconcileClock } from './reconcile-clock.ts';
import type { StatusFile } from './status-file.ts';

export interface RunParts {
  readonly gate: OpenGate;
  readonly status: StatusFile;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** How often the outbox is read when there is nothing to do, in milliseconds. */
  readonly pollMs?: number;
  /** How often everything is compared with everything, in milliseconds. */
  readonly reconcileMs?: number;
}

/** How long it waits for a database that does not answer. */
const troubleMs = 1_000;

/**
 * Runs rounds until the signal aborts, and ends between two of them. A database that does not answer is waited for;
 * anything else ends the run, because whoever opens the gate anew brings ledger and feed together again.
 */
export async function runGate(parts: RunParts): Promise<void> {
  const { gate, status, signal, log, pollMs = 75, reconcileMs = 3 * 60_000 } = parts;
  const clock = openReconcileClock(reconcileMs);
  while (!signal.aborted) {
    if (clock.isDue(Date.now())) {
      clock.began(Date.now());
      gate.beginReconciliation();
    }
    const outcome = await attempt(gate, log);
    if (outcome === 'trouble') clock.broke();
    else if (!gate.isComparing()) clock.ended(Date.now());
    await gate.keeper.keep(new Date());
    if (outcome !== 'trouble') await gate.auditor.round(new Date());
    const told = { ...gate.status(), audit: gate.auditor.status() };
    await status.write(outcome === 'trouble' ? 'trouble' : 'running', told);
    if (outcome !== 'busy') await pause(outcome === 'trouble' ? troubleMs : pollMs, signal);
  }
}

async function attempt(gate: OpenGate, log: Logger): Promise<'busy' | 'done' | 'trouble'> {
  try {
    return (await gate.round()) ? 'busy' : 'done';
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== 'database-unreachable') throw cause;
    log.error({ code: cause.code }, 'database does not answer');
    return 'trouble';
  }
}

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);

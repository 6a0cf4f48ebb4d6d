import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The right to be the gate: an exclusive lock that the operating system takes back when its holder dies, however it
 * dies, so that a second gate can wait for it without guessing whether the first is still there.
 */
export interface Lease extends Disposable {}

/** Takes the lease of `dir` when it is free; null when another process holds it. */
export function tryLease(dir: string): Lease | null {
  mkdirSync(dir, { recursive: true, mode: 0o750 });
  const database = new DatabaseSync(join(dir, 'lease.db'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return { [Symbol.dispose]: () => database.close() };
  } catch (cause) {
    database.close();
    if (isBusy(cause)) return null;
    throw cause;
  }
}

/** Waits until the lease is free or `signal` aborts (then null). `onWait` is called once when it has to wait. */
export async function waitForLease(dir: string, signal: AbortSignal, onWait: () => void): Promise<Lease | null> {
  for (let waited = false; !signal.aborted; waited = true) {
    const lease = tryLease(dir);
    if (lease) return lease;
    if (!waited) onWait();
    await sleep(500, undefined, { signal }).catch(() => undefined);
  }
  return null;
}

const busy = 5;
const isBusy = (cause: unknown) => cause instanceof Error && 'errcode' in cause && cause.errcode === busy;

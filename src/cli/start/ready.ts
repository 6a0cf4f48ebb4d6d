import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const status = z.object({ counts: z.record(z.string(), z.record(z.string(), z.number())) });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Waits until an address answers 200. Ends when `signal` aborts. */
export async function untilHealthy(address: string, signal: AbortSignal): Promise<void> {
  while (!(await answers(address, signal))) await sleep(200, undefined, { signal });
}

async function answers(address: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

/**
 * Waits until delivery has as many documents of each type, counted in every language, as were seeded, at most ten minutes: the first start is
 * over when the public can read. Later ones do not wait.
 */
export async function untilReleased(
  address: string,
  expected: Readonly<Record<string, number>>,
  { progress, signal }: { progress: (done: number, total: number) => void; signal: AbortSignal },
): Promise<void> {
  const total = sum(Object.values(expected));
  let shown = -1;
  for (let tries = 0; tries < 1200; tries += 1) {
    const counts = await readCounts(address);
    const done = sum(Object.entries(expected).map(([kind, count]) => Math.min(count, counts[kind] ?? 0)));
    if (done !== shown) progress(done, total);
    if (done >= total) return;
    shown = done;
    await sleep(500, undefined, { signal });
  }
}

async function readCounts(address: string): Promise<Readonly<Record<string, number>>> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
    const { counts } = status.parse(await response.json());
    return Object.fromEntries(
      Object.entries(counts).map(([type, byLanguage]) => [type, sum(Object.values(byLanguage))]),
    );
  } catch {
    return {};
  }
}

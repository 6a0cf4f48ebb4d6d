import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { openComparer } from './comparer.ts';

/** Milliseconds between two looks at what has come in through other processes. */
const pause = 10_000;

/** Ends the pause of whoever compares in this process. */
const wakers = new WeakMap<Payload, () => void>();

/** Compares what comes in with what is there, as long as the process lives. Closing Payload stops it first. */
export function keepComparing(payload: Payload): void {
  const stop = new AbortController();
  const rounds = goRound(payload, stop.signal);
  const { destroy } = payload;
  payload.destroy = async () => {
    stop.abort();
    await rounds;
    await destroy();
  };
}

/** A picture has come in through this process: it is compared at once, where anything here compares. */
export const compareSoon = (payload: Payload): void => wakers.get(payload)?.();

async function goRound(payload: Payload, signal: AbortSignal): Promise<void> {
  const comparer = openComparer(payload);
  while (!signal.aborted) {
    // Before the round, so that what comes in during it is not forgotten
    const woken = new AbortController();
    wakers.set(payload, () => woken.abort());
    await comparer.round(signal).catch((err: unknown) => {
      if (!signal.aborted) payload.logger.error({ err }, 'pictures are not being compared');
    });
    const rest = AbortSignal.any([signal, woken.signal]);
    await sleep(pause, undefined, { signal: rest, ref: false }).catch(() => undefined);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { openComparer } from './comparer.ts';

/** Milliseconds between two looks at what has come in. */
const pause = 10_000;

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

async function goRound(payload: Payload, signal: AbortSignal): Promise<void> {
  const comparer = openComparer(payload);
  while (!signal.aborted) {
    await comparer.round(signal).catch((err: unknown) => {
      if (!signal.aborted) payload.logger.error({ err }, 'pictures are not being compared');
    });
    await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

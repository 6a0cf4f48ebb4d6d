import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import { auditPlace } from '../audit-place.ts';
import { dropRemovedRows } from './drop-rows.ts';

/** Milliseconds between two looks whether the gate has removed something that two people agreed about. */
const pause = 30_000;
/** Between two looks whether somebody has put back what is gone: those read the whole log. The first one is at the start. */
const whole = 24 * 60 * 60 * 1000;

const goRound = async (payload: Payload, dir: string, signal: AbortSignal): Promise<void> => {
  let wholeDue = 0;
  while (!signal.aborted) {
    const isDue = performance.now() >= wholeDue;
    try {
      await dropRemovedRows(payload, dir, isDue ? 'all' : 'agreed');
      if (isDue) wholeDue = performance.now() + whole;
    } catch (err) {
      if (!signal.aborted) payload.logger.error({ err }, 'rows of removed audit lines are still there');
    }
    await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
  }
};

/** Deletes rows of lines whose content is gone from the log, as long as the process lives. Closing Payload stops it first. */
export const keepRemovedRowsGone = (payload: Payload): void => {
  const { dir } = auditPlace(payload);
  if (dir === null) return;
  const stop = new AbortController();
  const rounds = goRound(payload, dir, stop.signal);
  const { destroy } = payload;
  payload.destroy = async () => {
    stop.abort();
    await rounds;
    await destroy();
  };
};

import { setTimeout as sleep } from 'node:timers/promises';
import type { Payload } from 'payload';
import type { ReleaseRules } from '../workflow/release-images.ts';
import { actOnLaunches } from './act.ts';
import { openStates } from './launch.ts';

/** Milliseconds between two looks at whether a moment has come. */
const pause = 2_000;
/**
 * Milliseconds between two looks at those that wait for somebody: what they mostly wait for wakes whoever looks in its process, and however
 * many wait for ever, they cost next to nothing.
 */
const patience = 30_000;

/** Of which it is known what happens next, and when. */
const moving = openStates.filter((state) => state === 'planned' || state === 'going');

/** Ends the pause of whoever looks in this process. */
const wakers = new WeakMap<Payload, () => void>();

/** Something that a launch waits for has happened in this process: it is looked at once, where anything here looks. */
export const launchSoon = (payload: Payload): void => wakers.get(payload)?.();

const goRound = async (payload: Payload, rules: ReleaseRules, signal: AbortSignal): Promise<void> => {
  let lookedAtAll = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    // Before the round, so that what happens during it is not forgotten
    const woken = new AbortController();
    wakers.set(payload, () => woken.abort());
    const isTime = performance.now() - lookedAtAll >= patience;
    if (isTime) lookedAtAll = performance.now();
    await actOnLaunches({ payload, rules, now: new Date() }, isTime ? openStates : moving).catch((err: unknown) => {
      if (!signal.aborted) payload.logger.error({ err }, 'launches are not being looked at');
    });
    const rest = AbortSignal.any([signal, woken.signal]);
    await sleep(pause, undefined, { signal: rest, ref: false }).catch(() => undefined);
    if (woken.signal.aborted) lookedAtAll = Number.NEGATIVE_INFINITY;
  }
};

/**
 * Goes out with launches when their moment comes, as long as the process lives. What was missed while none lived is made up for
 * at once. Closing Payload stops it first.
 */
export const keepLaunches = (payload: Payload, rules: ReleaseRules): void => {
  const stop = new AbortController();
  const rounds = goRound(payload, rules, stop.signal);
  const { destroy } = payload;
  payload.destroy = async () => {
    stop.abort();
    await rounds;
    await destroy();
  };
};

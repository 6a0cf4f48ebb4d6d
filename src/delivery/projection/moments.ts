import { markDirty } from './apply.ts';
import type { Store } from './store.ts';

/** Marks what appears or vanishes by this instant. @returns whether there was anything */
export const passMoments = (store: Store, now: string): boolean => {
  const due = store.sql('SELECT DISTINCT id FROM due WHERE at <= ?').all(now);
  if (due.length === 0) return false;
  store.database.transaction(() => {
    for (const { id } of due) markDirty(store, String(id));
    store.sql('DELETE FROM due WHERE at <= ?').run(now);
  });
  return true;
};

/** Clocks may be set and timers have a longest time: nothing sleeps longer than this (milliseconds). */
const longestSleep = 30_000;

/** Wakes when the next moment has come. */
export interface MomentTimer {
  /** Call it whenever moments may have changed. */
  arm(): void;
  stop(): void;
}

/** @param wake called at the next due moment, and now and then without one */
export const momentTimer = (store: Store, wake: () => void): MomentTimer => {
  let timer: NodeJS.Timeout | undefined;
  const arm = (): void => {
    clearTimeout(timer);
    const next = store.sql('SELECT min(at) AS at FROM due').get()?.at;
    const wait = typeof next === 'string' ? Date.parse(next) - Date.now() : longestSleep;
    timer = setTimeout(wake, Math.min(Math.max(wait, 0), longestSleep));
  };
  return { arm, stop: () => clearTimeout(timer) };
};

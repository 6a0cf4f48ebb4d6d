/** Tells when it is time to compare everything with everything again. */
export interface ReconcileClock {
  isDue(now: number): boolean;
  began(now: number): void;
  /** It came to its end. */
  ended(now: number): void;
  /** It broke off: again as soon as may be. */
  broke(): void;
}

/** It may take at most a twentieth of the time, however large the archive grows. */
const share = 20;

/** @param everyMs shortest time between the end of one comparison and the begin of the next */
export function openReconcileClock(everyMs: number): ReconcileClock {
  let due = Number.NEGATIVE_INFINITY;
  let begun: number | null = null;
  return {
    isDue: (now) => begun === null && now >= due,
    began: (now) => {
      begun = now;
    },
    ended: (now) => {
      if (begun === null) return;
      due = now + Math.max(everyMs, share * (now - begun));
      begun = null;
    },
    broke: () => {
      begun = null;
      due = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Milliseconds over which a rate is measured. */
const span = 15_000;

/** How fast bytes go, as of lately. */
export interface Pace {
  /** @param sent bytes in all @param now milliseconds of a clock that only goes on */
  note(sent: number, now: number): void;
  /** Bytes a second; 0 where nothing is known. */
  rate(): number;
}

export const openPace = (): Pace => {
  const marks: { sent: number; now: number }[] = [];
  return {
    note: (sent, now) => {
      marks.push({ sent, now });
      while (marks.length > 2 && now - (marks[0]?.now ?? now) > span) marks.shift();
    },
    rate: () => {
      const [first, last] = [marks[0], marks.at(-1)];
      if (!first || !last || last.now - first.now < 500) return 0;
      return Math.max(0, ((last.sent - first.sent) * 1000) / (last.now - first.now));
    },
  };
};

/** Milliseconds to wait before a try: soon at first, never longer than a minute, so that a line that comes back is found. */
export const waitBefore = (tries: number): number => Math.min(60_000, 1000 * 2 ** Math.min(tries, 6));

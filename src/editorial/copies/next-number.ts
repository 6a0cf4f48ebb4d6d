/** When the count of seconds begins, so that numbers stay short. */
const beginning = Date.UTC(2026, 0, 1);

const secondsAt = (now: Date): number => Math.max(1, Math.floor((now.getTime() - beginning) / 1000));

/**
 * The number of the next copy: one more than the last, and never below the seconds since 2026 began. A database that is put back from
 * an older backup does not know of the numbers that were given since, and nothing else on the machine has to: those were given before
 * this moment, so all are below it, as long as copies are made less than once a second on the average and no clock is put back.
 *
 * @param last `stored`: the highest number in the database; `given`: the last one of this process; 0: none
 */
export const nextNumber = ({ stored, given }: { readonly stored: number; readonly given: number }, now: Date): number =>
  Math.max(stored + 1, given + 1, secondsAt(now));

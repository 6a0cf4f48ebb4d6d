import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import { agreedRemovals, type CarryingOut, carryOutRemovals } from './carry-out.ts';

/** Between two looks for what two people agreed about, and after one that was not carried out, in milliseconds. */
const pause = { usual: 10_000, refused: 10 * 60_000 };

/** Removes lines when it is time. */
export interface Remover {
  /**
   * Looks whether two people have agreed about something; the first time also whether what was removed is still gone.
   * @returns what carries it out, and throws whatever the log itself throws: it is opened anew then; null: there is nothing
   */
  begin(sequencer: CarryingOut['sequencer'], now: Date): Promise<(() => Promise<void>) | null>;
}

/** What two people agreed to be removed goes. Where it cannot be, the log goes on, and the operator is told. */
export const openRemover = ({
  log,
  ...parts
}: Omit<CarryingOut, 'sequencer' | 'settled'> & { readonly log: Logger }): Remover => {
  const settled = new Set<number | string>();
  let due = Number.NEGATIVE_INFINITY;
  let hasLooked = false;

  const told = async <T>(work: () => Promise<T>, now: Date): Promise<T | null> => {
    try {
      return await work();
    } catch (err) {
      if (!(err instanceof Failure) || err.code === 'audit-log-damaged') throw err;
      due = now.getTime() + pause.refused;
      log.error({ code: err.code, values: err.values }, 'audit lines are not removed');
      return null;
    }
  };

  return {
    begin: async (sequencer, now) => {
      if (now.getTime() < due) return null;
      due = now.getTime() + pause.usual;
      const agreed = await told(() => agreedRemovals(parts.payload), now);
      if (agreed === null || (agreed.length === 0 && hasLooked)) return null;
      return async () => {
        const lines = await told(() => carryOutRemovals({ ...parts, sequencer, settled }, now), now);
        hasLooked ||= lines !== null;
        if (lines) log.info({ lines }, 'the content of audit lines was removed');
      };
    },
  };
};

import type { Logger } from 'pino';
import { Failure } from '#errors/failure.ts';
import { type CarryingOut, carryOutRemovals } from './carry-out.ts';

/** Between two looks for what two people agreed about, and after one that was not carried out, in milliseconds. */
const pause = { usual: 10_000, refused: 10 * 60_000 };

/** Removes lines when it is time. */
export interface Remover {
  /** @throws whatever the log itself throws: it is opened anew then */
  round(sequencer: CarryingOut['sequencer'], now: Date): Promise<void>;
}

/** What two people agreed to be removed goes. Where it cannot be, the log goes on, and the operator is told. */
export const openRemover = ({
  log,
  ...parts
}: Omit<CarryingOut, 'sequencer' | 'settled'> & { readonly log: Logger }): Remover => {
  const settled = new Set<number | string>();
  let due = Number.NEGATIVE_INFINITY;
  return {
    round: async (sequencer, now) => {
      if (now.getTime() < due) return;
      due = now.getTime() + pause.usual;
      try {
        const lines = await carryOutRemovals({ ...parts, sequencer, settled }, now);
        if (lines > 0) log.info({ lines }, 'the content of audit lines was removed');
      } catch (err) {
        if (!(err instanceof Failure) || err.code === 'audit-log-damaged') throw err;
        due = now.getTime() + pause.refused;
        log.error({ code: err.code, values: err.values }, 'audit lines are not removed');
      }
    },
  };
};

import type { Payload } from 'payload';
import type { Failure } from '#errors/failure.ts';

/** Gathers what waits and why: the levels and generations of keys that are missing, each once, and how many masters wait for it. */
export const waitingFiles = ({ logger }: Pick<Payload, 'logger'>) => {
  const waiting = new Map<string, { readonly failure: Failure; readonly first: string; count: number }>();
  return {
    onWaiting: (sha256: string, failure: Failure): void => {
      const { sha256: _, ...values } = failure.values;
      const why = JSON.stringify([failure.code, values]);
      const known = waiting.get(why);
      if (known) known.count += 1;
      else waiting.set(why, { failure, first: sha256, count: 1 });
    },
    /** One line of the log for each reason. @param what does not happen to them */
    say: (what: string): void => {
      for (const { failure, first, count } of waiting.values())
        logger.error({ code: failure.code, ...failure.values, sha256: first, count }, what);
    },
  };
};

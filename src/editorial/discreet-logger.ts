import type { Config } from 'payload';
import { discreetError } from './discreet-error.ts';

type Logger = Exclude<Config['logger'], 'sync' | undefined>;

const hasErrorOnly = (args: readonly unknown[]): boolean => {
  const [first] = args;
  return args.length === 1 && first !== null && typeof first === 'object' && 'err' in first && !('msg' in first);
};

/**
 * A log without a word of any document. An error that comes without a message of the caller would lend its own, which
 * repeats whatever a database was asked.
 */
export const discreetLogger = (level: string): Logger => ({
  options: {
    level,
    serializers: { err: discreetError },
    hooks: {
      logMethod(args, method) {
        const said: unknown[] = hasErrorOnly(args) ? [...args, 'something failed'] : args;
        method.apply(this, said as typeof args);
      },
    },
  },
});

const refusals = ['Failure', 'QueryError', 'AuthenticationError', 'LockedAuth', 'UnauthorizedError', 'APIError'];

/** Refusals are part of every day: they are told in one line, by their code. */
export const refusalsAreNews = Object.fromEntries(refusals.map((name) => [name, 'info'])) as Config['loggingLevels'];

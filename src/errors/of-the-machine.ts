import { Failure } from './failure.ts';
import type { FailureCode } from './failures.ts';
import { tokenFailures } from './token-failures.ts';

/** What operating systems and databases say where there is no room; 14031 is MongoDB’s OutOfDiskSpace. */
const noRoom = new Set<unknown>(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 14031]);
/** The same as Node’s own SQLite says it, in `errcode`. */
const sqliteFull = 13;

const saysNoRoom = (cause: Error): boolean =>
  ('code' in cause && noRoom.has(cause.code)) || ('errcode' in cause && cause.errcode === sqliteFull);

/** Drivers of databases put what happened into a cause of a cause. */
const deepest = 5;

/**
 * Names what a machine says of itself with a code of ours, whoever asked for what.
 * @returns `disk-full`; null for what is something else
 */
export const failureOfMachine = (thrown: unknown): Failure | null => {
  let cause = thrown;
  for (let depth = 0; depth < deepest && cause instanceof Error; depth += 1) {
    if (saysNoRoom(cause)) return new Failure('disk-full', {}, { cause: thrown });
    cause = cause.cause;
  }
  return null;
};

/** Of keys of levels that are not to be had: what is sealed, or is to be, is as good as it was. */
const ofKeys: readonly FailureCode[] = [
  ...(['seal-key-missing', 'seal-key-damaged', 'seal-key-open'] as const),
  ...(['seal-unlock-missing', 'seal-unlock-short', 'seal-unlock-wrong'] as const),
  ...(Object.keys(tokenFailures) as (keyof typeof tokenFailures)[]),
];

const codes: ReadonlySet<FailureCode> = new Set(['disk-full', 'masters-unreachable', ...ofKeys]);

/** Whether a failure is the machine’s and no file’s: the next file would meet it as well. */
export const isOfMachine = ({ code }: Failure): boolean => codes.has(code);

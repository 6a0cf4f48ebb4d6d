import { Failure, type FailureValues } from '#errors/failure.ts';

/** Runs a piece of reading and lets a failure say which file it met. What the failure says itself comes first. */
export const blaming = <T>(values: FailureValues, read: () => T): T => {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof Failure)) throw cause;
    throw new Failure(cause.code, { ...values, ...cause.values }, { cause: cause.cause });
  }
};

import { ValidationError } from 'payload';
import { Failure } from '#errors/failure.ts';
import { isOfMachine } from '#errors/of-the-machine.ts';

/** What a bag says wrongly, as a refusal of ours; null for what is no fault of the bag. */
export const refusalOf = (cause: unknown): Failure | null => {
  if (cause instanceof Failure) return isOfMachine(cause) ? null : cause;
  return cause instanceof ValidationError ? new Failure('bag-record-malformed', {}, { cause }) : null;
};

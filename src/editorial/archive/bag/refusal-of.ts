import { ValidationError } from 'payload';
import { Failure } from '#errors/failure.ts';

/** What a bag says wrongly, as a refusal of ours; null for what is no fault of the bag. */
export const refusalOf = (cause: unknown): Failure | null => {
  if (cause instanceof Failure) return cause;
  return cause instanceof ValidationError ? new Failure('bag-record-malformed', {}, { cause }) : null;
};

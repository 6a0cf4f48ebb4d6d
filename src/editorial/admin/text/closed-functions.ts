import { Failure } from '#errors/failure.ts';

const refuse = (): never => {
  throw new Failure('forbidden');
};

/**
 * Functions of Payload’s pages that the studio does not offer, closed also to whoever asks for them by name. Copying one language over
 * another reads the target with its fallback and writes all of it: words of one language would stand under another, and the ledger would
 * not know that nobody translated them.
 */
export const closedFunctions = { 'copy-data-from-locale': refuse };

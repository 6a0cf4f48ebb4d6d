import type { PayloadRequest } from 'payload';
import { failureOf } from '../../endpoints/failure-of.ts';
import { inTransaction } from '../../workflow/transaction.ts';

/** So often something is done again when somebody else was faster. */
const tries = 6;

const asker = { signedIn: true, mustChangePassword: false };

/**
 * Does something as one, and again from the beginning when somebody saved the document meanwhile: two people who work on
 * different segments of it need not know of each other.
 */
export const inTurn = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  for (let count = 1; ; count += 1) {
    try {
      return await inTransaction(req, work);
    } catch (error) {
      if (count === tries || failureOf(error, asker).failure.code !== 'revision-conflict') throw error;
    }
  }
};

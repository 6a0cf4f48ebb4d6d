import type { PayloadRequest } from 'payload';
import { commitTransaction, initTransaction, killTransaction } from 'payload';

/** Runs work as one transaction where the database has any: all of it happens or nothing. */
export const inTransaction = async <T>(req: PayloadRequest, work: () => Promise<T>): Promise<T> => {
  const isMine = await initTransaction(req);
  try {
    const result = await work();
    if (isMine) await commitTransaction(req);
    return result;
  } catch (error) {
    await killTransaction(req);
    throw error;
  }
};

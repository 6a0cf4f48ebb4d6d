import type { PayloadRequest } from 'payload';

const ledgerKey = 'byLedger';
const correctionKey = 'correction';

/** Saves in the course of an act of the ledger, which remembers by itself what became of the words. */
export const byLedger = async <T>(req: PayloadRequest, save: () => Promise<T>): Promise<T> => {
  req.context[ledgerKey] = true;
  try {
    return await save();
  } finally {
    delete req.context[ledgerKey];
  }
};

/** Says of the publication that follows that it corrects an error of the source. */
export const sayCorrection = (req: PayloadRequest, note: string): void => {
  req.context[correctionKey] = note;
};

/** The words with which a publication was said to be a correction; null: it was not. */
export const saidCorrection = (req: PayloadRequest): string | null => {
  const note = req.context[correctionKey];
  return typeof note === 'string' ? note : null;
};

/** Whether the save that is going on belongs to an act of the ledger. */
export const isByLedger = (req: PayloadRequest): boolean => req.context[ledgerKey] === true;

import type { PayloadRequest } from 'payload';
import { type Marking, readSeal } from '#access/level.ts';

/** Collections that keep seals: markings their own, audit lines that of the document which they name. */
export type Sealed = 'markings' | 'audit';

/** What an audit line bears that speaks of nothing confidential, or of what somebody asked for without knowing of it. */
export const openSeal = 'open';

const remembered = (collection: Sealed): string => `seals of ${collection}`;

/**
 * The distinct seals of a collection, read once for each request. One that appears in between is not yet visible: the
 * error is on the safe side.
 */
export const sealsIn = async (req: PayloadRequest, collection: Sealed): Promise<readonly string[]> => {
  const known = req.context[remembered(collection)];
  if (known instanceof Promise) return known as Promise<readonly string[]>;
  const reading = readSeals(req, collection);
  req.context[remembered(collection)] = reading;
  return reading;
};

/** To be called when a marking has changed within a request. */
export const forgetSeals = (req: PayloadRequest): void => {
  for (const collection of ['markings', 'audit'] as const) delete req.context[remembered(collection)];
};

const readSeals = async (req: PayloadRequest, collection: Sealed): Promise<readonly string[]> => {
  const found = await req.payload.db.findDistinct({ collection, field: 'seal', limit: 0, req, where: {} });
  return found.values.map(({ seal }) => String(seal));
};

/** The seals that stand for markings of which `within` is true. */
export const sealsWhere = (seals: readonly string[], within: (marking: Marking) => boolean): string[] =>
  seals.filter((seal) => {
    const marking = readSeal(seal);
    return marking !== null && within(marking);
  });

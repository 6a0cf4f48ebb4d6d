import type { PayloadRequest } from 'payload';
import { type Marking, readSeal } from '#access/level.ts';

const remembered = 'seals';

/**
 * The distinct seals of all markings, read once for each request. One that appears in between is not yet visible: the
 * error is on the safe side.
 */
export const sealsIn = async (req: PayloadRequest): Promise<readonly string[]> => {
  const known = req.context[remembered];
  if (known instanceof Promise) return known as Promise<readonly string[]>;
  const reading = readSeals(req);
  req.context[remembered] = reading;
  return reading;
};

/** To be called when a marking has changed within a request. */
export const forgetSeals = (req: PayloadRequest): void => {
  delete req.context[remembered];
};

const readSeals = async (req: PayloadRequest): Promise<readonly string[]> => {
  const found = await req.payload.db.findDistinct({ collection: 'markings', field: 'seal', limit: 0, req, where: {} });
  return found.values.map(({ seal }) => String(seal));
};

/** The seals that stand for markings of which `within` is true. */
export const sealsWhere = (seals: readonly string[], within: (marking: Marking) => boolean): string[] =>
  seals.filter((seal) => {
    const marking = readSeal(seal);
    return marking !== null && within(marking);
  });

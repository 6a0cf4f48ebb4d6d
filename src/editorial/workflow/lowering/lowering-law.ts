import type { PayloadRequest } from 'payload';
import { type Marking, rankOf, sealOf } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { readLowering } from './lowerings.ts';

/** Name under which a request says which agreement it carries out. */
const key = 'loweringAgreed';

/** Says within a request which agreed lowering it carries out. It opens nothing by itself: the row is what is asked. */
export const carryOut = (req: PayloadRequest, lowering: string): void => {
  req.context[key] = lowering;
};

/** Takes it back, so that nothing else that happens in the request is taken for part of it. */
export const carriedOut = (req: PayloadRequest): void => {
  delete req.context[key];
};

/** Whether somebody who covers `to` might not have covered `from`. */
export const isLower = (from: Marking, to: Marking): boolean =>
  rankOf(to.level) < rankOf(from.level) || from.compartments.some((name) => !to.compartments.includes(name));

/** Whether it takes two people to mark something lower than this. */
export const takesTwo = ({ level, compartments }: Marking): boolean =>
  rankOf(level) >= rankOf('restricted') || compartments.length > 0;

/**
 * From `restricted` up, and out of a compartment, a marking falls by the agreement of two people and by nothing else, whoever
 * writes it and past whatever rules: the agreement is read from the database, names this marking, what it is and what it becomes,
 * was given by somebody else than who asked, in time, and has not been carried out yet.
 *
 * @throws Failure `level-lowering`
 */
export const checkLowering = async (
  req: PayloadRequest,
  marking: string,
  { from, to }: { readonly from: Marking; readonly to: Marking },
): Promise<void> => {
  if (!isLower(from, to) || !takesTwo(from)) return;
  const carried = req.context[key];
  const agreed = typeof carried === 'string' ? await readLowering(req, carried) : null;
  const isAgreed =
    agreed?.state === 'agreed' &&
    agreed.decidedBy !== null &&
    agreed.decidedBy !== agreed.askedBy &&
    new Date(agreed.lapsesAt) > new Date() &&
    agreed.markings.includes(marking) &&
    agreed.from === sealOf(from) &&
    agreed.to === sealOf(to);
  if (!isAgreed) throw new Failure('level-lowering', { level: from.level });
};

import type { PayloadRequest } from 'payload';
import { isAtLeast, type Marking, readSeal } from '#access/level.ts';
import { Failure } from '#errors/failure.ts';
import { markingsOf } from '../workflow/marking-store.ts';
import type { MarkedCollection } from '../workflow/references.ts';

const everyday: Marking = { level: 'internal', compartments: [] };

/** Whether copies are counted: of what is marked above `internal`, by level or by compartment. */
export const isCounted = (marking: Marking): boolean => !isAtLeast(everyday, marking);

/** The same of a seal; what cannot be read is counted. A document without a marking has an empty one and is never counted. */
export const isCountedSeal = (seal: string): boolean => {
  if (seal === '') return false;
  const marking = readSeal(seal);
  return marking === null || isCounted(marking);
};

/**
 * What leaves the studio as a file without a number: nothing that is counted.
 * @param marking undefined for a document that bears none
 * @throws Failure `copy-needs-permission`
 */
export const checkUncounted = (marking: Marking | null | undefined): void => {
  if (marking && isCounted(marking)) throw new Failure('copy-needs-permission');
};

/** Whether copies of a document are counted, which the person was found to be cleared for. */
export const isCountedOf = async (req: PayloadRequest, collection: MarkedCollection, id: string): Promise<boolean> => {
  const marking = (await markingsOf(req, collection, [id])).get(id);
  return marking !== undefined && isCounted(marking);
};

/**
 * What leaves of such a document as a file: nothing that is counted.
 * @throws Failure `copy-needs-permission`
 */
export const checkMayLeave = async (req: PayloadRequest, collection: MarkedCollection, id: string): Promise<void> => {
  if (await isCountedOf(req, collection, id)) throw new Failure('copy-needs-permission');
};

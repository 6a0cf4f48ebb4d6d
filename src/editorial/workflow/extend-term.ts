import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { isExtension } from '../legal/legal-bases.ts';
import { markingLaw } from '../legal/marking-law.ts';
import { changeMarking, readMarking, type StoredMarking } from './marking-store.ts';

export interface Extension {
  /** New last day of the term, in the city’s calendar. */
  readonly until: string;
  /** Who has decided it. */
  readonly officer: string;
  readonly basis: string;
}

const readFor = async (req: PayloadRequest, viewer: Viewer, id: string): Promise<StoredMarking> => {
  const everywhere = decide(viewer, 'raise', { kind: 'marking' });
  if ('refuse' in everywhere) throw new Failure(everywhere.refuse);
  const marking = await readMarking(req, id);
  if (!marking || 'refuse' in decide(viewer, 'raise', { kind: 'marking', marking })) throw new Failure('not-found');
  return marking;
};

/**
 * Writes down that the term of a marking goes on: later than it ends now, and by no more than its legal basis allows at once. Level and
 * compartments stay.
 *
 * @returns the new last day
 * @throws Failure `forbidden`, `not-found`, `term-missing` where nothing has a term, `field-invalid`
 */
export const extendTerm = async (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  { until, officer, basis }: Extension,
): Promise<string> => {
  const marking = await readFor(req, viewer, id);
  const { decision, level, subjectType, subjectId } = marking;
  if (!decision?.protectedUntil) throw new Failure('term-missing');
  const { legalBases } = markingLaw(req.payload);
  if (!isExtension(legalBases, decision.legalBasis, level, [decision.protectedUntil, until]))
    throw new Failure('field-invalid', { field: 'until' });
  await writeAudit(req, { action: 'extend', collection: subjectType, documentId: subjectId });
  await changeMarking(req, marking, marking, {
    ...{ by: viewer.id, basis },
    decision: { ...decision, officer, protectedUntil: until },
  });
  return until;
};

import type { PayloadRequest } from 'payload';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { nameOf } from '../archive/deletion/picture-for.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { openCommitted } from '../gate/committed.ts';
import { leaveHint } from '../outbox/hint.ts';
import { type DocumentRef, keyOf } from '../release/released-collections.ts';
import { inTransaction } from '../workflow/transaction.ts';
import { findCases, moveCase, type SecrecyCase } from './cases.ts';
import { publishersOf } from './what-leaves.ts';

/** Whether somebody decides about words of secrecy at all: whoever decides about markings. */
export const decidesSecrecy = (viewer: Viewer | null): boolean =>
  !('refuse' in decide(viewer, 'raise', { kind: 'marking' }));

export interface SecrecyDecision {
  readonly state: 'may-go' | 'stays';
  readonly reason: string;
  /** State in which the person saw it. */
  readonly seen: SecrecyCase['state'];
}

const refOf = ({ subjectType, subjectId }: SecrecyCase): DocumentRef => ({ collection: subjectType, id: subjectId });

/**
 * An officer says of the very words of a passage that they may go, or that they stay. Words that are changed are another passage.
 *
 * @throws Failure `forbidden`, `not-found`, `secrecy-own-release` for whoever made the document public, `secrecy-decided` where
 *   somebody was faster
 */
export async function decideCase(
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  { state, reason, seen }: SecrecyDecision,
): Promise<void> {
  if (!decidesSecrecy(viewer)) throw new Failure('forbidden');
  const [found] = await findCases(req, { id: { equals: id } });
  if (!found || found.state === 'gone') throw new Failure('not-found');
  const ref = refOf(found);
  const held = (await openCommitted(req.payload).held([ref])).get(keyOf(ref));
  if (state === 'may-go' && publishersOf(held?.document).has(viewer.id)) throw new Failure('secrecy-own-release');
  if (found.state !== seen) throw new Failure('secrecy-decided');
  await inTransaction(req, async () => {
    const action = state === 'may-go' ? 'let-go' : 'keep-in';
    await writeAudit(req, { action, collection: ref.collection, documentId: ref.id });
    const decided = { decidedBy: viewer.id, decidedName: nameOf(req), decidedAt: new Date().toISOString() };
    if (!(await moveCase(req, found, { state, reason, ...decided }))) throw new Failure('secrecy-decided');
    await leaveHint(req, { collection: ref.collection, documentId: ref.id }, req);
  });
}

import type { PayloadRequest } from 'payload';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { nameOf } from '../../archive/deletion/picture-for.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { writeAudit } from '../audit-line.ts';
import { type Auditing, mayAudit, seesWholeLog } from '../log-page/auditor-of.ts';
import { checkSeesAll } from './ask-removal.ts';
import { aboutRemoval, moveRemoval, openRemoval, type Removal } from './removals.ts';

/** The answer of the second person. */
export interface RemovalAnswer {
  /** Id of the request, as they saw it. */
  readonly request: string;
  readonly reason: string;
}

/** Whether whoever asked may still do so at this moment. */
const mayAsker = async (req: PayloadRequest, asker: string): Promise<boolean> => {
  const found = await req.payload.db.findOne({ collection: 'users', where: { id: { equals: asker } }, req });
  const viewer = viewerOf(found as PayloadRequest['user']);
  return mayAudit(viewer) && (await seesWholeLog(req, viewer));
};

const requestFor = async (req: PayloadRequest, auditing: Auditing, request: string): Promise<Removal> => {
  checkSeesAll(auditing);
  const open = await openRemoval(req, new Date());
  if (open?.id !== request) throw new Failure('removal-not-asked');
  if (open.askedBy === auditing.viewer.id) throw new Failure('removal-own-request');
  return open;
};

const decidedBy = (req: PayloadRequest, { viewer }: Auditing, why: string) => ({
  ...{ decidedBy: viewer.id, decidedName: nameOf(req), decidedAt: new Date().toISOString() },
  decidedWhy: why || null,
});

/**
 * The second step: another person, who is cleared for all that the log can name as well, agrees. From then on the gate removes the
 * content of the lines, as soon as the lines of both people stand in the log.
 *
 * @throws Failure `removal-clearance`, `removal-not-asked`, `removal-own-request`, `removal-asker-gone`
 */
export const agreeRemoval = (
  req: PayloadRequest,
  auditing: Auditing,
  { request, reason }: RemovalAnswer,
): Promise<void> =>
  inTransaction(req, async () => {
    const open = await requestFor(req, auditing, request);
    if (!(await mayAsker(req, open.askedBy))) throw new Failure('removal-asker-gone');
    const about = aboutRemoval(open);
    await writeAudit(req, { action: 'remove-lines', collection: 'audit', documentId: null, about });
    const decided = { state: 'agreed', ...decidedBy(req, auditing, reason) } as const;
    if (!(await moveRemoval(req, open, decided))) throw new Failure('removal-not-asked');
  });

/**
 * The other answer: the lines stay.
 * @throws Failure `removal-clearance`, `removal-not-asked`, `removal-own-request`
 */
export const refuseRemoval = (
  req: PayloadRequest,
  auditing: Auditing,
  { request, reason }: RemovalAnswer,
): Promise<void> =>
  inTransaction(req, async () => {
    const open = await requestFor(req, auditing, request);
    const about = aboutRemoval(open);
    await writeAudit(req, { action: 'refuse-removal', collection: 'audit', documentId: null, about });
    const decided = { state: 'refused', ...decidedBy(req, auditing, reason) } as const;
    if (!(await moveRemoval(req, open, decided))) throw new Failure('removal-not-asked');
  });

import type { PayloadRequest } from 'payload';
import { standingKey } from '#access/standing.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { nameOf } from '../../archive/deletion/picture-for.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { aboutGrant, type Grant, type Move, moveGrant, openGrant } from './grants.ts';
import { mayProposer, personFor } from './person-for.ts';
import { writeStanding } from './write-standing.ts';

/** What somebody answers to a proposal, which they name as they saw it. */
export interface GrantAnswer {
  readonly proposal: string;
  readonly reason: string;
}

const proposalFor = async (req: PayloadRequest, viewer: Viewer, person: string, proposal: string): Promise<Grant> => {
  const open = await openGrant(req, person);
  if (open?.id !== proposal) throw new Failure('grant-not-asked');
  if (open.askedBy === viewer.id) throw new Failure('grant-own-proposal');
  return open;
};

const decided = (req: PayloadRequest, viewer: Viewer, state: Move['state'], why: string): Move => ({
  ...{ state, decidedBy: viewer.id, decidedName: nameOf(req), decidedAt: new Date().toISOString() },
  decidedWhy: why || null,
});

/**
 * The second step: another person agrees, and the clearance is in force from the next request on, also for whoever is signed in.
 * The line of the audit log is written before: where it cannot be written nothing is given and the proposal waits on,
 * without transactions too.
 *
 * @throws Failure `forbidden`, `not-found`, `grant-not-asked`, `grant-own-proposal`, `grant-asker-gone`, `grant-changed` where the
 *   person holds something else than when it was proposed
 */
export const giveGrant = (req: PayloadRequest, viewer: Viewer, person: string, answer: GrantAnswer): Promise<void> =>
  inTransaction(req, async () => {
    const held = await personFor(req, viewer, ['agree-grant'], person);
    const open = await proposalFor(req, viewer, person, answer.proposal);
    if (!(await mayProposer(req, open.askedBy, person))) throw new Failure('grant-asker-gone');
    if (open.from !== standingKey(held)) throw new Failure('grant-changed');
    const about = aboutGrant(open.id);
    await writeAudit(req, { action: 'grant', collection: 'users', documentId: person, about });
    if (!(await moveGrant(req, open, decided(req, viewer, 'agreed', answer.reason))))
      throw new Failure('grant-not-asked');
    const { clearance, compartments, until: clearedUntil } = open;
    const data = { clearance, compartments, clearedUntil };
    await writeStanding(req, person, open.id, data);
    await moveGrant(req, { ...open, state: 'agreed' }, { state: 'done' });
  });

/**
 * The other answer: the person holds what they held.
 * @throws Failure `forbidden`, `not-found`, `grant-not-asked`, `grant-own-proposal`
 */
export const refuseGrant = (req: PayloadRequest, viewer: Viewer, person: string, answer: GrantAnswer): Promise<void> =>
  inTransaction(req, async () => {
    await personFor(req, viewer, ['agree-grant'], person);
    const open = await proposalFor(req, viewer, person, answer.proposal);
    const about = aboutGrant(open.id);
    await writeAudit(req, { action: 'refuse-grant', collection: 'users', documentId: person, about });
    if (!(await moveGrant(req, open, decided(req, viewer, 'refused', answer.reason))))
      throw new Failure('grant-not-asked');
  });

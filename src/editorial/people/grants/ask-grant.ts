import type { PayloadRequest } from 'payload';
import type { Clearance } from '#access/level.ts';
import { standingKey } from '#access/standing.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { nameOf } from '../../archive/deletion/picture-for.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { markingLaw } from '../../legal/marking-law.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { aboutGrant, makeGrant, moveGrant, newGrantId, openGrant } from './grants.ts';
import { personFor } from './person-for.ts';

const day = 24 * 60 * 60 * 1000;
/** Days after which a proposal that nobody has answered counts for nothing. */
export const grantLapseDays = 14;
/** Most days for which a grant holds: then two people look at it anew. */
export const longestGrantDays = 730;

export interface ProposedGrant {
  readonly clearance: Clearance;
  readonly compartments: readonly string[];
  /** Last day on which it holds, `2027-06-30`, by the clock of the city. */
  readonly until: string;
  readonly reason: string;
}

/** The last instant of a day in Vietnam, which has kept one time without summer time since 1975. */
const endOfDay = (date: string): Date => new Date(`${date}T23:59:59.999+07:00`);

const readTerm = (date: string, now: Date): Date => {
  const until = endOfDay(date);
  if (!(until > now) || until.getTime() > now.getTime() + (longestGrantDays + 1) * day)
    throw new Failure('field-invalid', { field: 'until' });
  return until;
};

/**
 * The first step: an officer proposes what another person may know, and until when. Nothing changes by it.
 * @returns the id of the proposal
 * @throws Failure `forbidden`, `not-found`, `grant-asked-already`, `field-invalid` for a compartment that does not exist and for a
 *   day that is over or too far away
 */
export const askGrant = (
  req: PayloadRequest,
  viewer: Viewer,
  person: string,
  { clearance, compartments, until, reason }: ProposedGrant,
): Promise<string> =>
  inTransaction(req, async () => {
    const held = await personFor(req, viewer, ['ask-grant'], person);
    const now = new Date();
    const last = readTerm(until, now);
    const known = markingLaw(req.payload).compartments;
    if (compartments.some((name) => !known.includes(name)))
      throw new Failure('field-invalid', { field: 'compartments' });
    if (await openGrant(req, person)) throw new Failure('grant-asked-already');
    const proposal = newGrantId();
    await writeAudit(req, {
      action: 'ask-grant',
      collection: 'users',
      documentId: person,
      about: aboutGrant(proposal),
    });
    await makeGrant(req, {
      id: proposal,
      ...{ person, clearance, compartments: [...new Set(compartments)].sort(), until: last.toISOString(), reason },
      ...{ from: standingKey(held), askedBy: viewer.id, askedName: nameOf(req), askedAt: now.toISOString() },
      lapsesAt: new Date(now.getTime() + grantLapseDays * day).toISOString(),
    });
    return proposal;
  });

/**
 * Takes a proposal back: any officer, whoever proposed it.
 * @throws Failure `forbidden`, `not-found`, `grant-not-asked`
 */
export const withdrawGrant = (req: PayloadRequest, viewer: Viewer, person: string, proposal: string): Promise<void> =>
  inTransaction(req, async () => {
    await personFor(req, viewer, ['ask-grant'], person);
    const open = await openGrant(req, person);
    if (open?.id !== proposal) throw new Failure('grant-not-asked');
    const about = aboutGrant(open.id);
    await writeAudit(req, { action: 'withdraw-grant', collection: 'users', documentId: person, about });
    const move = { state: 'withdrawn', decidedBy: viewer.id, decidedAt: new Date().toISOString() } as const;
    if (!(await moveGrant(req, open, { ...move, decidedName: nameOf(req) }))) throw new Failure('grant-not-asked');
  });

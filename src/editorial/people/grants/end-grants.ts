import type { PayloadRequest } from 'payload';
import { rankOf } from '#access/level.ts';
import { everyday, type Standing } from '#access/standing.ts';
import type { Viewer } from '#access/viewer.ts';
import { nameOf } from '../../archive/deletion/picture-for.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { endSessions } from '../sessions/session-rows.ts';
import { moveGrant, waitingGrants } from './grants.ts';
import { personFor } from './person-for.ts';
import { writeStanding } from './write-standing.ts';

/** Why everything is taken back: the clearance alone, because the person moves to another task, or because they leave. */
export const endings = ['clearance', 'moving', 'leaving'] as const;
export type Ending = (typeof endings)[number];

const duties = { roles: [], agencies: [], translates: [], reviews: [], publishes: [] };

/** What stands in the record of the person afterwards. Whoever held less than the everyday keeps less. */
const leftOf = (held: Standing, how: Ending) => ({
  clearance: rankOf(held.clearance) < rankOf(everyday.clearance) ? held.clearance : everyday.clearance,
  compartments: [],
  clearedUntil: null,
  ...(how === 'clearance' ? {} : duties),
  ...(how === 'leaving' ? { disabled: true } : {}),
});

/**
 * Takes back all that was granted to a person, in one act of one person and at once: clearance and compartments, what waits for
 * them, every session; with `moving` also roles, agencies and languages, with `leaving` the way in as well. It opens nothing and
 * so needs no second person; giving anything of it again does.
 *
 * @throws Failure `forbidden`, also for oneself; `not-found`
 */
export const endGrants = (
  req: PayloadRequest,
  viewer: Viewer,
  person: string,
  { how, reason }: { readonly how: Ending; readonly reason: string },
): Promise<void> =>
  inTransaction(req, async () => {
    const held = await personFor(req, viewer, ['end-grants'], person);
    await writeAudit(req, { action: 'end-grants', collection: 'users', documentId: person });
    const data = leftOf(held, how);
    await writeStanding(req, person, null, data);
    // Also of somebody who held nothing more than everybody: whatever they have open goes
    await endSessions(req.payload, person, 'all', req);
    const by = { decidedBy: viewer.id, decidedName: nameOf(req), decidedAt: new Date().toISOString() };
    for (const open of await waitingGrants(req, { person: { equals: person } }))
      await moveGrant(req, open, { state: 'withdrawn', ...by, decidedWhy: reason });
  });

import type { WorkEnd } from '#collections/assignments.ts';
import { Failure } from '#errors/failure.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import type { Place } from '../acts/opened.ts';
import type { Assignment } from './assignment.ts';
import { readWork, writeWork } from './assignment-store.ts';
import { checkGiver, type Giving, noteWork } from './give.ts';
import { withPast } from './past.ts';

/**
 * Ends work that is given out: it is finished, or taken back. Nobody has it any more; who had it stays written.
 *
 * @param seen revision as the person saw it
 * @throws Failure `not-found`, `forbidden`, `translate-source`, `work-not-given`, `work-changed`
 */
export const endWork = (
  giving: Pick<Giving, 'req' | 'viewer'>,
  place: Place,
  end: WorkEnd,
  seen: number,
): Promise<Assignment> =>
  inTransaction(giving.req, async () => {
    const { req, viewer } = giving;
    await checkGiver(giving, place);
    const before = await readWork(req, place, place.locale);
    if (before.revision !== seen) throw new Failure('work-changed');
    if (!before.open) throw new Failure('work-not-given');
    await noteWork(req, place);
    const past = withPast(before, end, viewer.id, new Date().toISOString());
    return writeWork(req, { ...before, open: false, past });
  });

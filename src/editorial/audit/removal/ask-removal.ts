import type { PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import { nameOf } from '../../archive/deletion/picture-for.ts';
import type { RetentionKind } from '../../legal/retention.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import { writeAudit } from '../audit-line.ts';
import { auditPlace } from '../audit-place.ts';
import type { Auditing } from '../log-page/auditor-of.ts';
import { overTerm } from '../log-page/over-term.ts';
import { aboutRemoval, makeRemoval, moveRemoval, newRemovalId, openRemoval, type RemovedKind } from './removals.ts';

/** Days after which a request that nobody has answered counts for nothing. */
export const removalLapseDays = 14;
const day = 24 * 60 * 60 * 1000;

/** @throws Failure `removal-clearance` for whoever is not cleared for all that the log can name: nobody removes what they may not see */
export const checkSeesAll = ({ seesAll }: Auditing): void => {
  if (!seesAll) throw new Failure('removal-clearance');
};

const kindsFor = async (req: PayloadRequest, wanted: readonly RetentionKind[], now: Date): Promise<RemovedKind[]> => {
  const found: RemovedKind[] = [];
  for (const rule of auditPlace(req.payload).retention.rules) {
    if (!wanted.includes(rule.kind)) continue;
    const { before, lines } = await overTerm(req.payload, rule, now);
    if (before === null || rule.years === null || lines === 0) throw new Failure('removal-nothing');
    found.push({ kind: rule.kind, before, years: rule.years, ground: rule.ground });
  }
  return found;
};

/**
 * The first step: somebody wants the content of lines removed that are over their term at this moment. Nothing changes by it.
 * @returns the id of the request
 * @throws Failure `removal-clearance`, `removal-asked-already`, `removal-nothing`
 */
export const askRemoval = (
  req: PayloadRequest,
  auditing: Auditing,
  { kinds, reason }: { readonly kinds: readonly RetentionKind[]; readonly reason: string },
): Promise<string> =>
  inTransaction(req, async () => {
    checkSeesAll(auditing);
    const now = new Date();
    if (await openRemoval(req, now)) throw new Failure('removal-asked-already');
    const asked = { id: newRemovalId(), kinds: await kindsFor(req, kinds, now) };
    if (asked.kinds.length === 0) throw new Failure('removal-nothing');
    const about = aboutRemoval(asked);
    await writeAudit(req, { action: 'ask-removal', collection: 'audit', documentId: null, about });
    await makeRemoval(req, {
      ...{ ...asked, reason, askedBy: auditing.viewer.id, askedName: nameOf(req), askedAt: now.toISOString() },
      lapsesAt: new Date(now.getTime() + removalLapseDays * day).toISOString(),
    });
    return asked.id;
  });

/**
 * Takes a request back: whoever may ask, whoever asked.
 * @throws Failure `removal-clearance`, `removal-not-asked`
 */
export const withdrawRemoval = (req: PayloadRequest, auditing: Auditing, request: string): Promise<void> =>
  inTransaction(req, async () => {
    checkSeesAll(auditing);
    const now = new Date();
    const open = await openRemoval(req, now);
    if (open?.id !== request) throw new Failure('removal-not-asked');
    const about = aboutRemoval(open);
    await writeAudit(req, { action: 'withdraw-removal', collection: 'audit', documentId: null, about });
    const decided = { decidedBy: auditing.viewer.id, decidedName: nameOf(req), decidedAt: now.toISOString() };
    if (!(await moveRemoval(req, open, { state: 'withdrawn', ...decided }))) throw new Failure('removal-not-asked');
  });

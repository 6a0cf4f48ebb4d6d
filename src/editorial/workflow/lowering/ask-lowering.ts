import type { PayloadRequest } from 'payload';
import { type Marking, sealOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { nameOf } from '../../archive/deletion/picture-for.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { inTransaction } from '../transaction.ts';
import { checkFall, fallingTo } from './falling.ts';
import { aboutLowering, makeLowering, moveLowering, newLoweringId, openLowering } from './lowerings.ts';
import { markingFor } from './marking-for.ts';
import { whatOpens } from './what-opens.ts';

/** Days after which a request that nobody has answered counts for nothing. */
export const lapseDays = 14;
const day = 24 * 60 * 60 * 1000;

export interface AskedLowering extends Marking {
  readonly reason: string;
  /** Of what would become readable, as the person saw it. */
  readonly fingerprint: string;
}

/**
 * The first step: somebody wants something marked lower. Nothing changes by it.
 * @returns the id of the request
 * @throws Failure `forbidden`, `not-found`, `lowering-not-lower`, `lowering-asked-already`, `lowering-changed` where what would
 *   become readable is not what the person saw, `lowering-content-higher`
 */
export const askLowering = (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  { level, compartments, reason, fingerprint }: AskedLowering,
): Promise<string> =>
  inTransaction(req, async () => {
    const marking = await markingFor(req, viewer, ['ask-lowering'], id);
    const to = { level, compartments };
    checkFall(marking, to);
    const now = new Date();
    if (await openLowering(req, id, now)) throw new Failure('lowering-asked-already');
    const opening = await whatOpens(req, marking);
    if (opening.fingerprint !== fingerprint) throw new Failure('lowering-changed');
    const falling = await fallingTo(req, opening, to);
    const { subjectType, subjectId } = marking;
    const request = newLoweringId();
    const about = aboutLowering(request);
    await writeAudit(req, { action: 'ask-lowering', collection: subjectType, documentId: subjectId, about });
    await makeLowering(req, {
      ...{ id: request, marking: id, markings: falling.map((one) => one.id), subjectType, subjectId },
      ...{ from: sealOf(marking), to: sealOf(to), fingerprint, reason },
      ...{ askedBy: viewer.id, askedName: nameOf(req), askedAt: now.toISOString() },
      lapsesAt: new Date(now.getTime() + lapseDays * day).toISOString(),
    });
    return request;
  });

/**
 * Takes a request back: whoever may ask, whoever asked.
 * @throws Failure `forbidden`, `not-found`, `lowering-not-asked`
 */
export const takeBackLowering = (req: PayloadRequest, viewer: Viewer, id: string, request: string): Promise<void> =>
  inTransaction(req, async () => {
    const { subjectType, subjectId } = await markingFor(req, viewer, ['ask-lowering'], id);
    const now = new Date();
    const open = await openLowering(req, id, now);
    if (open?.id !== request) throw new Failure('lowering-not-asked');
    const about = aboutLowering(open.id);
    await writeAudit(req, { action: 'withdraw-lowering', collection: subjectType, documentId: subjectId, about });
    const decided = { decidedBy: viewer.id, decidedName: nameOf(req), decidedAt: now.toISOString() };
    if (!(await moveLowering(req, open, { state: 'withdrawn', ...decided }))) throw new Failure('lowering-not-asked');
  });

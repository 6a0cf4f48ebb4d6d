import type { PayloadRequest } from 'payload';
import { type Marking, readSeal, sealOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { nameOf } from '../../archive/deletion/picture-for.ts';
import { writeAudit } from '../../audit/audit-line.ts';
import { lowered } from '../../legal/legal-bases.ts';
import { markingLaw } from '../../legal/marking-law.ts';
import { changeMarking, type StoredMarking } from '../marking-store.ts';
import { inTransaction } from '../transaction.ts';
import { fallingTo } from './falling.ts';
import { carriedOut, carryOut } from './lowering-law.ts';
import { aboutLowering, type Lowering, moveLowering, openLowering } from './lowerings.ts';
import { markingFor, mayAsker } from './marking-for.ts';
import { whatOpens } from './what-opens.ts';

/** The request that somebody answers, as they saw it. */
const requestFor = async (
  req: PayloadRequest,
  viewer: Viewer,
  marking: StoredMarking,
  request: string,
): Promise<Lowering> => {
  const open = await openLowering(req, marking.id, new Date());
  if (open?.id !== request) throw new Failure('lowering-not-asked');
  if (open.askedBy === viewer.id) throw new Failure('lowering-own-request');
  return open;
};

const decidedBy = (req: PayloadRequest, viewer: Viewer, why: string) => ({
  ...{ decidedBy: viewer.id, decidedName: nameOf(req), decidedAt: new Date().toISOString() },
  decidedWhy: why || null,
});

/**
 * What falls, after all has been looked at anew: whoever asked may still ask, the marking is what it was, and what would become
 * readable is what both of them saw.
 */
const judge = async (
  req: PayloadRequest,
  open: Lowering,
  marking: StoredMarking,
  seen: string,
): Promise<{ readonly falling: readonly StoredMarking[]; readonly to: Marking }> => {
  if (!(await mayAsker(req, open.askedBy, marking))) throw new Failure('lowering-asker-gone');
  const to = readSeal(open.to);
  const opening = await whatOpens(req, marking);
  const isSame = [seen, opening.fingerprint].every((one) => one === open.fingerprint);
  if (!to || !isSame || sealOf(marking) !== open.from) throw new Failure('lowering-changed');
  const falling = await fallingTo(req, opening, to);
  if (falling.some(({ id }) => !open.markings.includes(id))) throw new Failure('lowering-changed');
  return { falling, to };
};

/**
 * The second step: another person, who is cleared for what it is now, has seen what becomes readable and agrees. It is marked
 * lower at once, in every version and language; nothing of it becomes public, which is an act of its own.
 *
 * The lines of the audit log are written before any marking falls: where one cannot be written, nothing falls and the request waits
 * on, on databases without transactions too.
 *
 * @param request id of what was asked, as the person saw it
 * @param fingerprint of what would become readable, as the person saw it
 * @throws Failure `forbidden`, `not-found`, `lowering-not-asked`, `lowering-own-request`, `lowering-asker-gone`,
 *   `lowering-changed`, `lowering-content-higher`
 */
export const agreeLowering = (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  { request, fingerprint, reason }: { readonly request: string; readonly fingerprint: string; readonly reason: string },
): Promise<Marking> =>
  inTransaction(req, async () => {
    const marking = await markingFor(req, viewer, ['agree-lowering'], id);
    const open = await requestFor(req, viewer, marking, request);
    const { falling, to } = await judge(req, open, marking, fingerprint);
    const about = aboutLowering(open.id);
    for (const { subjectType, subjectId } of falling)
      await writeAudit(req, { action: 'lower', collection: subjectType, documentId: subjectId, about });
    const decided = { state: 'agreed', ...decidedBy(req, viewer, reason) } as const;
    if (!(await moveLowering(req, open, decided))) throw new Failure('lowering-not-asked');
    carryOut(req, open.id);
    for (const one of falling) {
      const decision = lowered(markingLaw(req.payload).legalBases, one.decision, to.level);
      await changeMarking(req, one, to, { by: viewer.id, basis: open.reason, decision });
    }
    carriedOut(req);
    await moveLowering(req, { ...open, state: 'agreed' }, { state: 'done' });
    return to;
  });

/**
 * The other answer: what it is marked stays.
 * @throws Failure `forbidden`, `not-found`, `lowering-not-asked`, `lowering-own-request`
 */
export const refuseLowering = (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  { request, reason }: { readonly request: string; readonly reason: string },
): Promise<void> =>
  inTransaction(req, async () => {
    const marking = await markingFor(req, viewer, ['agree-lowering'], id);
    const open = await requestFor(req, viewer, marking, request);
    const { subjectType, subjectId } = marking;
    const about = aboutLowering(open.id);
    await writeAudit(req, { action: 'refuse-lowering', collection: subjectType, documentId: subjectId, about });
    const decided = { state: 'refused', ...decidedBy(req, viewer, reason) } as const;
    if (!(await moveLowering(req, open, decided))) throw new Failure('lowering-not-asked');
  });

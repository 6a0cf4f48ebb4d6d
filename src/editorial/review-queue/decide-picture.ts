import type { PayloadRequest } from 'payload';
import { joinOf } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import type { DecisionSent } from '../legal/legal-bases.ts';
import { agreeLowering, refuseLowering } from '../workflow/lowering/agree-lowering.ts';
import { askLowering } from '../workflow/lowering/ask-lowering.ts';
import { markingFor, type Part } from '../workflow/lowering/marking-for.ts';
import type { StoredMarking } from '../workflow/marking-store.ts';
import { raiseMarking } from '../workflow/raise-marking.ts';
import { inTransaction } from '../workflow/transaction.ts';
import type { Agreeing, Proposing, Raising, Refusing } from './sent.ts';

/** What becomes of one picture, by its marking, within a request of its own. */
export type DecideOne<T> = (req: PayloadRequest, viewer: Viewer, item: T) => Promise<void>;

/** @throws Failure as `markingFor`, `review-decided` for what somebody has judged meanwhile, or is no picture */
const unreviewed = async (req: PayloadRequest, viewer: Viewer, part: Part, id: string): Promise<StoredMarking> => {
  const marking = await markingFor(req, viewer, [part], id);
  if (marking.subjectType !== 'images' || marking.level !== 'unreviewed') throw new Failure('review-decided');
  return marking;
};

/** One person says that it is `restricted` or above. Compartments are added to its own; none is ever taken away here. */
export const raiseOne =
  ({ level, compartments, reason, decision }: Raising): DecideOne<Raising['items'][number]> =>
  (req, viewer, { marking: id }) =>
    inTransaction(req, async () => {
      const marking = await unreviewed(req, viewer, 'ask-lowering', id);
      const to = { level, compartments: joinOf([marking, { level, compartments }]).compartments };
      const sent: DecisionSent | undefined = decision ?? undefined;
      await raiseMarking(req, viewer, id, { ...to, basis: reason, decision: sent });
    });

/** One person proposes that it be marked lower; its compartments stay. */
export const proposeOne =
  ({ level, reason }: Proposing): DecideOne<Proposing['items'][number]> =>
  async (req, viewer, { marking: id, fingerprint }) => {
    const { compartments } = await unreviewed(req, viewer, 'ask-lowering', id);
    await askLowering(req, viewer, id, { level, compartments, reason, fingerprint });
  };

/** A second person, who was shown what becomes readable, agrees. */
export const agreeOne =
  ({ reason }: Agreeing): DecideOne<Agreeing['items'][number]> =>
  async (req, viewer, { marking: id, request, fingerprint }) => {
    await unreviewed(req, viewer, 'agree-lowering', id);
    await agreeLowering(req, viewer, id, { request, fingerprint, reason });
  };

/** The other answer. */
export const refuseOne =
  ({ reason }: Refusing): DecideOne<Refusing['items'][number]> =>
  async (req, viewer, { marking: id, request }) => {
    await unreviewed(req, viewer, 'agree-lowering', id);
    await refuseLowering(req, viewer, id, { request, reason });
  };

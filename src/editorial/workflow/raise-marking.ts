import type { PayloadRequest, Where } from 'payload';
import { type Decision, decide } from '#access/decide.ts';
import { isAtLeast, joinOf, type Marking } from '#access/level.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import { samePicture } from '../archive/look-alikes/same-picture.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { type DecisionSent, judgeDecision, type MarkingDecision, needsDecision } from '../legal/legal-bases.ts';
import { markingLaw } from '../legal/marking-law.ts';
import { cityDay } from '../translation/terms/city-day.ts';
import { changeMarking, type Ground, markingsOf, readMarking, type StoredMarking } from './marking-store.ts';
import { checkMarking } from './with-marking-rules.ts';

export interface Raise extends Marking {
  readonly basis: string;
  /** What somebody who is competent decided, for levels that ask for it and wherever else somebody says so. */
  readonly decision?: DecisionSent | null | undefined;
}

/** The raise with its decision as it is kept. */
interface Judged extends Marking {
  readonly basis: string;
  readonly decision?: MarkingDecision;
}

/**
 * The raise with its decision as it would be kept; writes nothing.
 * @throws Failure `level-not-allowed`, `field-invalid`
 */
export const judge = ({ payload }: PayloadRequest, { decision, ...to }: Raise): Judged => {
  const law = markingLaw(payload);
  checkMarking(to, law);
  if (!decision && needsDecision(to.level)) throw new Failure('field-invalid', { field: 'decision' });
  if (!decision) return to;
  const judged = judgeDecision(law.legalBases, to.level, decision, cityDay(new Date()));
  if ('fault' in judged) throw new Failure('field-invalid', { field: judged.fault });
  return { ...to, decision: judged.decision };
};

/** Why something is marked as it is now. */
const groundOf = (viewer: Viewer, { basis, decision }: Judged): Ground => ({
  ...{ by: viewer.id, basis },
  ...(decision && { decision }),
});

/** A document that was raised because of another one. */
export interface Followed {
  readonly collection: 'articles' | 'events' | 'images';
  readonly id: string;
}

const showing = ['articles', 'events'] as const;

/** Ids of the texts of a collection that show an image, in any language, published or in a draft. */
const textsThatShow = async (
  req: PayloadRequest,
  collection: (typeof showing)[number],
  image: string,
): Promise<string[]> => {
  const ids = new Set<string>();
  for (const locale of studioLocales) {
    const shows: Where = { or: [{ cover: { equals: image } }, { shows: { contains: image } }] };
    const args = { collection, locale, limit: 0, pagination: false, req };
    for (const { id } of (await req.payload.db.find({ ...args, where: shows })).docs) ids.add(String(id));
    const drafts: Where = {
      and: [
        { latest: { equals: true } },
        { or: [{ 'version.cover': { equals: image } }, { 'version.shows': { contains: image } }] },
      ],
    };
    for (const { parent } of (await req.payload.db.findVersions({ ...args, where: drafts })).docs)
      ids.add(String(parent));
  }
  return [...ids];
};

const raiseEach = async (
  req: PayloadRequest,
  viewer: Viewer,
  collection: Followed['collection'],
  ids: readonly string[],
  to: Judged,
): Promise<Followed[]> => {
  const followed: Followed[] = [];
  for (const [id, marking] of await markingsOf(req, collection, ids)) {
    if (isAtLeast(marking, to)) continue;
    await writeAudit(req, { action: 'raise', collection, documentId: id });
    await changeMarking(req, marking, joinOf([marking, to]), groundOf(viewer, to));
    followed.push({ collection, id });
  }
  return followed;
};

/**
 * Every text that shows a raised image rises with it: a document is never below what it shows. So does every other record
 * of the same picture.
 */
const raiseWhatShows = async (req: PayloadRequest, viewer: Viewer, image: string, to: Judged): Promise<Followed[]> => {
  const others = await samePicture(req, image);
  const followed = await raiseEach(req, viewer, 'images', others, to);
  for (const collection of showing) {
    const ids = new Set<string>();
    for (const one of [image, ...others]) for (const id of await textsThatShow(req, collection, one)) ids.add(id);
    followed.push(...(await raiseEach(req, viewer, collection, [...ids], to)));
  }
  return followed;
};

const refuseWhere = (decision: Decision): void => {
  if ('refuse' in decision) throw new Failure(decision.refuse);
};

/** The marking, for somebody who may raise it. One that is hidden is answered like one that does not exist. */
const readFor = async (req: PayloadRequest, viewer: Viewer, id: string): Promise<StoredMarking> => {
  refuseWhere(decide(viewer, 'raise', { kind: 'marking' }));
  const marking = await readMarking(req, id);
  if (!marking) throw new Failure('not-found');
  refuseWhere(decide(viewer, 'raise', { kind: 'marking', marking }));
  return marking;
};

/**
 * Marks a document higher, and with an image every text that shows it. Acts at once on every version and language. The line of
 * the audit log is written before each marking rises: where it cannot be written, that one stays, on databases without
 * transactions too. Whoever asks again goes on with what was left.
 *
 * @throws Failure `not-found`, `forbidden`, `level-lowering` for anything that is not higher, `level-not-allowed`, `field-invalid`
 *   for a decision that is missing or that the law does not allow
 */
export const raiseMarking = async (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  asked: Raise,
): Promise<{ marking: StoredMarking; followed: Followed[] }> => {
  const marking = await readFor(req, viewer, id);
  if (!isAtLeast(asked, marking)) throw new Failure('level-lowering', { level: marking.level });
  const to = judge(req, asked);
  await writeAudit(req, { action: 'raise', collection: marking.subjectType, documentId: marking.subjectId });
  await changeMarking(req, marking, to, groundOf(viewer, to));
  const followed = marking.subjectType === 'images' ? await raiseWhatShows(req, viewer, marking.subjectId, to) : [];
  return { marking: { ...marking, level: to.level, compartments: to.compartments }, followed };
};

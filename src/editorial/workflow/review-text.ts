import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { approvedIn } from './approved-text.ts';
import { checkComplete } from './complete.ts';
import { kindOf, type TextCollection } from './content-changes.ts';
import { draftIn } from './draft-in.ts';
import { readMarking } from './marking-store.ts';
import { mayPublish } from './pens.ts';
import { checkRevision } from './save-text.ts';
import type { TextFacts } from './text-facts.ts';

export interface ReviewAct {
  readonly locale: StudioLocale;
  readonly action: 'request' | 'return' | 'approve' | 'withdraw';
  readonly note: string;
  /** Revision that the person saw; null where they do not say. */
  readonly expected: number | null;
}

interface Subject {
  readonly collection: TextCollection;
  readonly facts: TextFacts;
}

/** Reviews of a language that stand so. */
const of = ({ collection, facts }: Subject, locale: StudioLocale, state: 'requested' | 'approved'): Where => ({
  and: [
    { collection: { equals: collection } },
    { documentId: { equals: facts.id } },
    { locale: { equals: locale } },
    { state: { equals: state } },
  ],
});

const row = z.looseObject({ id: z.string() });

const findWaiting = async (req: PayloadRequest, subject: Subject, locale: StudioLocale): Promise<string | null> => {
  const found: unknown = await req.payload.db.findOne({
    collection: 'reviews',
    where: of(subject, locale, 'requested'),
    req,
  });
  return found ? row.parse(found).id : null;
};

const request = async (req: PayloadRequest, viewer: Viewer, subject: Subject, act: ReviewAct): Promise<string> => {
  const there = await findWaiting(req, subject, act.locale);
  const now = new Date().toISOString();
  const data = { requestedBy: viewer.id, note: act.note, at: now };
  if (there) {
    await req.payload.db.updateOne({ collection: 'reviews', id: there, data, req, returning: false });
    return there;
  }
  const id = randomUUID();
  const { collection, facts } = subject;
  const whole = {
    ...data,
    id,
    collection,
    documentId: facts.id,
    locale: act.locale,
    state: 'requested',
    marking: facts.marking,
  };
  await req.payload.db.create({ collection: 'reviews', customID: id, data: whole, req, returning: false });
  return id;
};

/** Keeps the text as the reviewer has read it: that is what goes out, whatever becomes of the draft. */
const approve = async (req: PayloadRequest, viewer: Viewer, subject: Subject, act: ReviewAct): Promise<string> => {
  const { collection, facts } = subject;
  const doc = await draftIn(req, { collection, id: facts.id }, act.locale);
  checkComplete(doc, collection, act.locale);
  const approved = approvedIn(collection, doc, act.locale);
  const data = {
    ...{ state: 'approved', reviewer: viewer.id, at: new Date().toISOString(), revision: facts.revision, approved },
    ...(act.note && { note: act.note }),
  };
  const there = await findWaiting(req, subject, act.locale);
  if (there) {
    await req.payload.db.updateOne({ collection: 'reviews', id: there, data, req, returning: false });
    return there;
  }
  // Nobody had asked for it: a publisher who has read a text need not wait for that
  const id = randomUUID();
  const whole = { ...data, id, collection, documentId: facts.id, locale: act.locale, marking: facts.marking };
  await req.payload.db.create({ collection: 'reviews', customID: id, data: whole, req, returning: false });
  return id;
};

/** Takes an approval back, so that nothing goes out upon it any more. */
const withdraw = async (
  req: PayloadRequest,
  viewer: Viewer,
  subject: Subject,
  { locale, note }: ReviewAct,
): Promise<string> => {
  const where = of(subject, locale, 'approved');
  const { docs } = await req.payload.db.find({ collection: 'reviews', where, limit: 0, pagination: false, req });
  const ids = z
    .array(row)
    .parse(docs)
    .map(({ id }) => id);
  if (ids[0] === undefined) throw new Failure('field-invalid', { field: 'action' });
  // Older ones would stand in its place
  for (const id of ids) await answer(req, viewer, id, 'withdrawn', note || undefined);
  return ids[0];
};

/** Writes the reviewer's answer into a review. */
const answer = async (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  state: 'returned' | 'approved' | 'withdrawn',
  note?: string,
) => {
  const data = { state, reviewer: viewer.id, at: new Date().toISOString(), ...(note === undefined ? {} : { note }) };
  await req.payload.db.updateOne({ collection: 'reviews', id, data, req, returning: false });
};

/** A language that goes out is no longer waiting for a reviewer. */
export const settleReview = async (
  req: PayloadRequest,
  viewer: Viewer,
  subject: Subject,
  locale: StudioLocale,
): Promise<void> => {
  const id = await findWaiting(req, subject, locale);
  if (id !== null) await answer(req, viewer, id, 'approved');
};

const checkReviewer = (
  req: PayloadRequest,
  viewer: Viewer,
  { collection, facts }: Subject,
  { locale, action }: ReviewAct,
): void => {
  if (!mayPublish(viewer, kindOf[collection], locale))
    throw new Failure('publish-language', { language: ownNames[locale] });
  const mayOwn = req.payload.config.custom?.selfPublish === true;
  if (action === 'approve' && !mayOwn && facts.authors[locale]?.includes(viewer.id))
    throw new Failure('publish-own-text');
};

/**
 * Sends one language to review, returns it with words, approves it as it stands, or takes an approval back.
 *
 * @returns id of the review
 * @throws Failure `forbidden`, `publish-language`, `publish-own-text`, `revision-conflict`, `publish-incomplete`,
 *   `field-invalid` where nothing waits or a return has no words
 */
export const reviewText = async (
  req: PayloadRequest,
  viewer: Viewer,
  subject: Subject,
  act: ReviewAct,
): Promise<string> => {
  const marking = (await readMarking(req, subject.facts.marking)) ?? undefined;
  const action = act.action === 'request' ? 'request-review' : 'review';
  const decision = decide(viewer, action, { kind: kindOf[subject.collection], marking });
  if ('refuse' in decision) throw new Failure(decision.refuse);
  const { collection, facts } = subject;
  await writeAudit(req, { action: `review-${act.action}`, collection, documentId: facts.id });
  if (act.action === 'request') return request(req, viewer, subject, act);
  checkReviewer(req, viewer, subject, act);
  if (act.action === 'approve') {
    await checkRevision(req, { expected: act.expected }, facts);
    return approve(req, viewer, subject, act);
  }
  if (act.action === 'withdraw') return withdraw(req, viewer, subject, act);
  const id = await findWaiting(req, subject, act.locale);
  if (id === null) throw new Failure('field-invalid', { field: 'action' });
  if (act.note.trim() === '') throw new Failure('field-invalid', { field: 'note' });
  await answer(req, viewer, id, 'returned', act.note);
  return id;
};

import { randomUUID } from 'node:crypto';
import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Viewer } from '#access/viewer.ts';
import { Failure } from '#errors/failure.ts';
import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { kindOf, type TextCollection } from './content-changes.ts';
import { readMarking } from './marking-store.ts';
import { mayPublish } from './pens.ts';
import type { TextFacts } from './text-facts.ts';

export interface ReviewAct {
  readonly locale: StudioLocale;
  readonly action: 'request' | 'return' | 'approve';
  readonly note: string;
}

interface Subject {
  readonly collection: TextCollection;
  readonly facts: TextFacts;
}

/** Reviews that wait for an answer. */
const waiting = ({ collection, facts }: Subject, locale: StudioLocale): Where => ({
  and: [
    { collection: { equals: collection } },
    { documentId: { equals: facts.id } },
    { locale: { equals: locale } },
    { state: { equals: 'requested' } },
  ],
});

const row = z.looseObject({ id: z.string() });

const findWaiting = async (req: PayloadRequest, subject: Subject, locale: StudioLocale): Promise<string | null> => {
  const found: unknown = await req.payload.db.findOne({ collection: 'reviews', where: waiting(subject, locale), req });
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

/** Writes the reviewer's answer into a review. */
const answer = async (
  req: PayloadRequest,
  viewer: Viewer,
  id: string,
  state: 'returned' | 'approved',
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

const checkReviewer = (viewer: Viewer, { collection, facts }: Subject, { locale, action }: ReviewAct): void => {
  if (!mayPublish(viewer, kindOf[collection], locale))
    throw new Failure('publish-language', { language: ownNames[locale] });
  if (action === 'approve' && facts.authors[locale]?.includes(viewer.id)) throw new Failure('publish-own-text');
};

/**
 * Sends one language to review, returns it with words, or approves it.
 *
 * @returns id of the review
 * @throws Failure `forbidden`, `publish-language`, `publish-own-text`, `field-invalid` where nothing waits or a return
 *   has no words
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
  checkReviewer(viewer, subject, act);
  const id = await findWaiting(req, subject, act.locale);
  if (id === null) throw new Failure('field-invalid', { field: 'action' });
  if (act.action === 'return' && act.note.trim() === '') throw new Failure('field-invalid', { field: 'note' });
  await answer(req, viewer, id, act.action === 'return' ? 'returned' : 'approved', act.note || undefined);
  return id;
};

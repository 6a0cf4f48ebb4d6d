import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { longest } from '#collections/fields/texts.ts';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import { unshown } from '../audit/unshown.ts';
import { isRealInstant } from '../input/real-date.ts';
import { launchSoon } from '../launch/keep-launches.ts';
import { sayCorrection } from '../translation/by-ledger.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import { reviewText } from '../workflow/review-text.ts';
import { textFacts } from '../workflow/text-facts.ts';
import { inTransaction } from '../workflow/transaction.ts';
import { answering } from './after-error.ts';
import { readJson } from './read-json.ts';
import { idIn, signedIn } from './signed-in.ts';

const locale = z.enum(studioLocales);
const instant = z.string().refine(isRealInstant).nullish();
const revision = z.number().int().nonnegative().optional();

const publication = z.strictObject({
  locale,
  appearsAt: instant,
  vanishesAt: instant,
  revision,
  /** Of the language that the document was written in: it corrects an error, and translations have to follow. */
  correction: z.boolean().optional(),
  note: z.string().max(longest.note).nullish(),
});
const withdrawal = z.strictObject({ locale: locale.nullish(), revision });
const review = z.strictObject({
  locale,
  action: z.enum(['request', 'return', 'approve', 'withdraw']),
  /** Of the draft that was read; with another one in force nothing is approved. */
  revision,
  note: z.string().max(longest.note).nullish(),
});

const common = { depth: 0, overrideAccess: false, fallbackLocale: false } as const;

/** `POST /api/{collection}/:id/publish`: one language goes out, now or at a set time. */
const publish = (collection: TextCollection): Endpoint => ({
  path: '/:id/publish',
  method: 'post',
  handler: answering(async (req) => {
    signedIn(req);
    const {
      locale,
      revision,
      correction,
      note,
      appearsAt = null,
      vanishesAt = null,
    } = await readJson(req, publication);
    await readVisible(req, collection, barely);
    if (correction) sayCorrection(req, note?.trim() ?? '');
    const data = { _status: 'published', appearsAt, vanishesAt, ...(revision === undefined ? {} : { revision }) };
    const doc = await req.payload.update({
      ...common,
      collection,
      id: idIn(req),
      locale,
      data: data as never,
      user: req.user,
      req,
    });
    return Response.json({ doc });
  }),
});

/** `POST /api/{collection}/:id/unpublish`: one language is taken back, or all when none is named. */
const unpublish = (collection: TextCollection): Endpoint => ({
  path: '/:id/unpublish',
  method: 'post',
  handler: answering(async (req) => {
    signedIn(req);
    const { locale, revision } = await readJson(req, withdrawal);
    await readVisible(req, collection, barely);
    const data = { _status: 'draft', ...(revision === undefined ? {} : { revision }) };
    const all = locale ? { locale } : { unpublishAllLocales: true, locale: localeOfRequest(req) };
    const doc = await req.payload.update({
      ...common,
      ...all,
      collection,
      id: idIn(req),
      data: data as never,
      user: req.user,
      req,
    });
    return Response.json({ doc });
  }),
});

const localeOfRequest = (req: PayloadRequest) => {
  const read = locale.safeParse(req.locale);
  return read.success ? read.data : 'vi';
};

/** `POST /api/{collection}/:id/review`: one language is sent to review, returned with words, or approved. */
const reviewing = (collection: TextCollection): Endpoint => ({
  path: '/:id/review',
  method: 'post',
  handler: answering(async (req) => {
    const viewer = signedIn(req);
    const { locale, action, note, revision = null } = await readJson(req, review);
    const id = await inTransaction(req, async () => {
      const doc = await readVisible(req, collection);
      const subject = { collection, facts: textFacts(doc) };
      return reviewText(req, viewer, subject, { locale, action, note: note ?? '', expected: revision });
    });
    // A launch may have waited for this
    launchSoon(req.payload);
    return Response.json({ id });
  }),
});

/** As little of a document as there is, where it only matters whether it is there. */
const barely = { createdAt: true } as const;

/**
 * @param select what of it is wanted, where that is not all
 * @throws Failure `not-found` for a document that is missing or hidden
 */
const readVisible = async (
  req: PayloadRequest,
  collection: TextCollection,
  select?: typeof barely,
): Promise<unknown> => {
  const args = { ...common, collection, id: idIn(req), draft: true, disableErrors: true, user: req.user, req } as const;
  const read = () => req.payload.findByID(select ? { ...args, select } : args);
  const doc: unknown = await (select ? unshown(req, read) : read());
  if (!doc) throw new Failure('not-found');
  return doc;
};

export const textEndpoints = (collection: TextCollection): Endpoint[] => [
  publish(collection),
  unpublish(collection),
  reviewing(collection),
];

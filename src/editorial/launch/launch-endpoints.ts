import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import type { Viewer } from '#access/viewer.ts';
import { launchRules } from '#collections/launch-states.ts';
import { Failure } from '#errors/failure.ts';
import { studioLocales } from '#languages/locales.ts';
import { answering } from '../endpoints/after-error.ts';
import { readJson } from '../endpoints/read-json.ts';
import { idIn, signedIn } from '../endpoints/signed-in.ts';
import { isRealInstant } from '../input/real-date.ts';
import { readVisible, type Translatable } from '../translation/document.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import { rulesOf, tellText } from './answers.ts';
import { launchSoon } from './keep-launches.ts';
import { listLaunches } from './launch-list.ts';
import { cancelLaunch, prepareLaunch } from './prepare.ts';
import { recallText } from './recall.ts';

/** A moment and not a day: at what hour is the point of it. */
const isMoment = (text: string): boolean => isRealInstant(text) && text.includes('T');

const wish = z.strictObject({
  at: z.string().refine(isMoment),
  rule: z.enum(launchRules),
  locales: z
    .array(z.enum(studioLocales))
    .min(1)
    .refine((locales) => new Set(locales).size === locales.length),
  /** Of the launch that the person saw; absent or null: they saw none. */
  revision: z.number().int().nonnegative().nullish(),
});
const cancelling = z.strictObject({ revision: z.number().int().nonnegative() });
const nothing = z.strictObject({});

const noStore = { headers: { 'Cache-Control': 'no-store' } };

type Handle = (req: PayloadRequest, viewer: Viewer, document: Translatable) => Promise<object>;

/** Answers a signed-in person about a text that they may see; anything else is `not-found`. */
const about = (collection: TextCollection, handle: Handle) =>
  answering(async (req) => {
    const viewer = signedIn(req);
    const document = await readVisible(req, viewer, { collection, id: idIn(req) });
    return Response.json(await handle(req, viewer, document), noStore);
  });

const tell: Handle = (req, viewer, document) => tellText(req, viewer, document, rulesOf(req.payload));

const prepare: Handle = async (req, viewer, document) => {
  const { revision = null, ...asked } = await readJson(req, wish);
  await prepareLaunch(req, viewer, document, { ...asked, revision });
  return tell(req, viewer, document);
};

const cancel: Handle = async (req, viewer, document) => {
  const { revision } = await readJson(req, cancelling);
  await cancelLaunch(req, viewer, document, revision);
  launchSoon(req.payload);
  return tell(req, viewer, document);
};

const recall: Handle = async (req, viewer, document) => {
  await readJson(req, nothing);
  return recallText(req, viewer, document);
};

/**
 * `GET /api/{collection}/:id/launch`: what is planned, what each language lacks, what became of earlier launches. `POST`: prepares
 * one, or changes it. `POST …/launch/cancel`, and `POST …/recall`: takes the text back in every language.
 */
export const launchEndpointsOf = (collection: TextCollection): Endpoint[] => [
  { path: '/:id/launch', method: 'get', handler: about(collection, tell) },
  { path: '/:id/launch', method: 'post', handler: about(collection, prepare) },
  { path: '/:id/launch/cancel', method: 'post', handler: about(collection, cancel) },
  { path: '/:id/recall', method: 'post', handler: about(collection, recall) },
];

/** `GET /api/launch-list`: those that are to come and those that are over, as far as the person may know of their texts. */
export const launchesEndpoint: Endpoint = {
  path: '/launch-list',
  method: 'get',
  handler: answering(async (req) => {
    signedIn(req);
    if (!req.user) throw new Failure('sign-in-required');
    return Response.json(await listLaunches(req, req.user), noStore);
  }),
};

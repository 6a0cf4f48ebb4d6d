import type { PayloadRequest } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { takeClaim } from '../archive/claim.ts';
import { writeAudit } from '../audit/audit-line.ts';
import { leaveHint } from '../outbox/hint.ts';
import { isPublished, readTranslatable, type Translatable } from '../translation/document.ts';
import { kindOf } from '../workflow/content-changes.ts';
import { apart } from '../workflow/draft-in.ts';
import { mayPublish } from '../workflow/pens.ts';
import { changeLaunch, launchClaim, openLaunchOf, type TextName } from './launch-store.ts';
import { checkLaunching, inOrder } from './prepare.ts';

/** Languages that a recall takes back, and those that keep the person from it. */
export interface Recall {
  readonly locales: readonly StudioLocale[];
  readonly foreign: readonly StudioLocale[];
}

/** What a recall would take back, whatever is due to appear included. */
export const recallOf = (viewer: Viewer, document: Translatable): Recall => {
  const { collection } = document as Translatable & TextName;
  const locales = studioLocales.filter((locale) => isPublished(document, locale));
  return { locales, foreign: locales.filter((locale) => !mayPublish(viewer, kindOf[collection], locale)) };
};

/** Stops what is still to come, so that nothing goes out after the recall. Whoever is at it has ended before. */
const stopLaunch = async (req: PayloadRequest, viewer: Viewer, name: TextName): Promise<boolean> => {
  const launch = await openLaunchOf(req.payload, name);
  if (!launch) return false;
  const change = { state: 'cancelled', by: viewer.id, changedAt: new Date().toISOString(), going: null } as const;
  // Somebody may have changed it a moment ago: then it is stopped as it stands now
  return (await changeLaunch(req.payload, launch, change)) !== null || stopLaunch(req, viewer, name);
};

const takeBackAll = async (req: PayloadRequest, { collection, id }: TextName): Promise<void> => {
  const asked = { collection, id, depth: 0, overrideAccess: true, unpublishAllLocales: true } as const;
  const data = { _status: 'draft' } as never;
  const own = await apart(req, studioLocales[0]);
  await req.payload.update({ ...asked, data, locale: studioLocales[0], user: req.user, req: own });
};

/**
 * Takes a text back in all languages at once, with whatever is planned for it.
 * @returns the languages that were public, and whether a launch was stopped
 * @throws Failure `publish-language` naming the languages that keep the person from it; nothing is taken back then
 */
export const recallText = async (req: PayloadRequest, viewer: Viewer, document: Translatable) => {
  const name = document as Translatable & TextName;
  const planned = await openLaunchOf(req.payload, name);
  const concerned = [...recallOf(viewer, document).locales, ...(planned?.locales ?? [])];
  await checkLaunching(req, viewer, name, document, inOrder(concerned));
  const claim = planned && (await takeClaim(req.payload, launchClaim(planned.id)));
  try {
    const isStopped = await stopLaunch(req, viewer, name);
    const { locales } = recallOf(viewer, (await readTranslatable(req, name)) ?? document);
    await writeAudit(req, { action: 'recall', collection: name.collection, documentId: name.id });
    if (locales.length > 0) await takeBackAll(req, name);
    await leaveHint(req, { collection: name.collection, documentId: name.id }, null);
    return { locales, isStopped };
  } finally {
    await claim?.giveBack();
  }
};

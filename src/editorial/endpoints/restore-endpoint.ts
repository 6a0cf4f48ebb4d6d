import type { Endpoint } from 'payload';
import { isStudioLocale } from '#languages/locales.ts';
import { type RestoredCollection, restoreVersion } from '../workflow/restore-version.ts';
import { answering } from './after-error.ts';
import { idIn, signedIn } from './signed-in.ts';

/** `POST /api/{collection}/versions/:id`, in the place of the stock one: brings a version back as a draft. */
export const restoreEndpoint = (collection: RestoredCollection): Endpoint => ({
  path: '/versions/:id',
  method: 'post',
  handler: answering(async (req) => {
    signedIn(req);
    const locale = isStudioLocale(req.locale) ? req.locale : 'vi';
    const doc = await restoreVersion(req, collection, idIn(req), locale);
    return Response.json({ ...doc, doc, message: req.t('version:restoredSuccessfully') });
  }),
});

import type { Endpoint, PayloadRequest, TypedUser } from 'payload';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale } from '#languages/locales.ts';
import { answering } from '../endpoints/after-error.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import { readDesk } from './desk-query.ts';
import { readDocumentLanguages } from './document-languages.ts';
import { readVisibility } from './visibility.ts';

/** Answers a signed-in person; `null` is what is missing or hidden, which look alike. */
const telling = (read: (req: PayloadRequest, user: TypedUser) => Promise<object | null>) =>
  answering(async (req) => {
    if (!req.user) throw new Failure('sign-in-required');
    const found = await read(req, req.user);
    if (found === null) throw new Failure('not-found');
    return Response.json(found, { headers: { 'Cache-Control': 'no-store' } });
  });

const idOf = (req: PayloadRequest): string => String(req.routeParams?.id ?? '');

/** `GET /api/{collection}/:id/languages`: where a document stands in each language. */
export const languagesEndpoint = (collection: TextCollection): Endpoint => ({
  path: '/:id/languages',
  method: 'get',
  handler: telling((req, user) => readDocumentLanguages(req.payload, user, collection, idOf(req))),
});

/** `GET /api/{collection}/:id/visibility?locale=`: whether delivery shows it. */
export const visibilityEndpoint = (collection: TextCollection): Endpoint => ({
  path: '/:id/visibility',
  method: 'get',
  handler: telling((req, user) => {
    const locale = req.searchParams.get('locale');
    if (!isStudioLocale(locale)) throw new Failure('locale-unknown');
    const publicUrl = String(req.payload.config.admin.custom?.publicUrl ?? '');
    return readVisibility(req.payload, user, publicUrl, { collection, id: idOf(req), locale });
  }),
});

/** `GET /api/desk`: what waits for the signed-in person. */
export const deskEndpoint: Endpoint = {
  path: '/desk',
  method: 'get',
  handler: telling((req, user) => readDesk(req.payload, user)),
};

import type { Endpoint, PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale, type PublicLocale, toPublicLocale } from '#languages/locales.ts';
import { isCountedOf } from '../copies/counted.ts';
import { readDocumentLanguages } from '../desk/document-languages.ts';
import { answering } from '../endpoints/after-error.ts';
import { previewOf } from '../release/preview.ts';
import { languageOf } from '../words/language-of.ts';
import { isTextCollection } from '../workflow/content-changes.ts';
import { previewPage, traditionalScript } from './preview-page.ts';
import { previewSource } from './preview-source.ts';
import { traditionalOf } from './traditional-of.ts';

/** The page runs no script at all, whatever stands in a text. */
const policy =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What nobody writes: Chinese in Traditional characters, as the public gets it. */
const converted: PublicLocale = 'zh-Hant';

const show = async (req: PayloadRequest): Promise<Response> => {
  const { payload, user, routeParams } = req;
  if (!user) throw new Failure('sign-in-required');
  const collection = String(routeParams?.collection ?? '');
  const id = String(routeParams?.id ?? '');
  const locale = req.searchParams.get('locale') ?? 'vi';
  const script = req.searchParams.get('script') ?? '';
  if (!isTextCollection(collection)) throw new Failure('not-found');
  if (!isStudioLocale(locale)) throw new Failure('locale-unknown');
  if (script !== '' && !(script === traditionalScript && locale === 'zh'))
    throw new Failure('parameter-invalid', { parameter: 'script' });
  const isConverted = script !== '';
  const languages = await readDocumentLanguages(payload, user, collection, id);
  const document: unknown = await payload.findByID({
    collection,
    id,
    draft: true,
    depth: 0,
    locale: 'all',
    fallbackLocale: false,
    disableErrors: true,
    overrideAccess: false,
    user,
  });
  if (!languages || !document) throw new Failure('not-found');
  const traditional = isConverted ? await traditionalOf(payload) : null;
  const preview = await previewOf(collection, document, locale, previewSource(payload, user), traditional);
  const shown = isConverted ? converted : toPublicLocale(locale);
  const html = previewPage({
    ...{ preview, languages, locale, shown, collection, id, language: languageOf(req) },
    isCounted: await isCountedOf(req, collection, id),
  });
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy,
    },
  });
};

/**
 * `GET /api/preview/{collection}/{id}?locale=`: a draft as the public would get it, behind the log-in; with
 * `script=Hant` what the gate would make of its Chinese. Whoever may not
 * read it meets the same 404 as for what does not exist.
 */
export const previewEndpoint: Endpoint = { path: '/preview/:collection/:id', method: 'get', handler: answering(show) };

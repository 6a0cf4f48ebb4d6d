import type { Endpoint, PayloadRequest } from 'payload';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { extractSegments } from '#translation/segments/extract.ts';
import { answering } from '../../endpoints/after-error.ts';
import { idIn, signedIn } from '../../endpoints/signed-in.ts';
import { isTextCollection } from '../../workflow/content-changes.ts';
import { shapeOf } from '../shape-of.ts';
import type { TranslatedCollection } from '../translated-collections.ts';
import { cityDay } from './city-day.ts';
import { missingNamesIn, wrongNamesIn } from './names-in.ts';
import { registryOf } from './registry.ts';
import { sourceOf } from './stored-text.ts';

type Doc = Readonly<Record<string, unknown>>;

/** The newest draft in all languages, as far as the person may see it. */
const readDraft = async (req: PayloadRequest, collection: TranslatedCollection): Promise<Doc> => {
  const found: unknown = await req.payload.findByID({
    collection,
    id: idIn(req),
    draft: isTextCollection(collection),
    locale: 'all',
    depth: 0,
    fallbackLocale: false,
    disableErrors: true,
    overrideAccess: false,
    user: req.user,
  });
  if (!found) throw new Failure('not-found');
  return found as Doc;
};

const localeIn = ({ searchParams }: PayloadRequest): StudioLocale => {
  const locale = searchParams.get('locale');
  if (!isStudioLocale(locale)) throw new Failure('locale-unknown');
  return locale;
};

/** `GET /api/{collection}/:id/names?locale=`: what is wrong with the names in what is saved in one language. */
export const documentNamesEndpoint = (collection: TranslatedCollection): Endpoint => ({
  path: '/:id/names',
  method: 'get',
  handler: answering(async (req) => {
    signedIn(req);
    const locale = localeIn(req);
    const document = await readDraft(req, collection);
    const { index } = await registryOf(req.payload);
    const shape = shapeOf(req.payload, collection);
    const day = cityDay(new Date());
    const target = { segments: extractSegments(document, shape, locale), locale };
    const from = sourceOf(document);
    const source = { segments: extractSegments(document, shape, from), locale: from };
    const missing = isTextCollection(collection) ? missingNamesIn(index, source, target, day) : [];
    const findings = [...wrongNamesIn(index, target, day), ...missing];
    return Response.json({ findings }, { headers: { 'Cache-Control': 'no-store' } });
  }),
});

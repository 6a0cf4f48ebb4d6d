import type { Endpoint, Payload, PayloadRequest, TypedUser } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { answering } from '../endpoints/after-error.ts';
import { localisedContent, sharedContent, type TextCollection } from '../workflow/content-changes.ts';

const wish = z.strictObject({
  /** Language to restore; left out: every language that the version has words in, and what all languages share. */
  locale: z.enum(studioLocales).nullish(),
  /** Revision that the person saw. */
  revision: z.int().min(0).nullish(),
});

const version = z.looseObject({
  parent: z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]),
  version: z.record(z.string(), z.unknown()),
});

const read = async (payload: Payload, user: TypedUser, collection: TextCollection, id: string, versionId: string) => {
  const found: unknown = await payload.findVersionByID({
    collection,
    id: versionId,
    depth: 0,
    locale: 'all',
    fallbackLocale: false,
    disableErrors: true,
    overrideAccess: false,
    user,
  });
  const parsed = version.safeParse(found);
  if (!parsed.success || parsed.data.parent !== id) throw new Failure('not-found');
  return parsed.data.version;
};

const inLanguage = (value: unknown, locale: StudioLocale): unknown =>
  value !== null && typeof value === 'object' && locale in value ? (value as Record<string, unknown>)[locale] : null;

const wordsOf = (stored: Record<string, unknown>, locale: StudioLocale): Record<string, unknown> =>
  Object.fromEntries(localisedContent.map((name) => [name, inLanguage(stored[name], locale)]));

const sharedOf = (stored: Record<string, unknown>, collection: TextCollection): Record<string, unknown> =>
  Object.fromEntries(
    sharedContent[collection].flatMap((name) => (stored[name] === undefined ? [] : [[name, stored[name]]])),
  );

const hasWords = (words: Record<string, unknown>): boolean => Object.values(words).some(Boolean);

/**
 * Brings the words of an old version back as a new draft. Each language goes the way of any save: by the person's own
 * rights, with the next revision, and without a touch on marking, publication, slugs or history.
 */
const restore =
  (collection: TextCollection) =>
  async (req: PayloadRequest): Promise<Response> => {
    const { payload, user, routeParams } = req;
    if (!user) throw new Failure('sign-in-required');
    const asked = wish.safeParse(await req.json?.().catch(() => null));
    if (!asked.success) throw new Failure('body-malformed');
    const id = String(routeParams?.id ?? '');
    const stored = await read(payload, user, collection, id, String(routeParams?.version ?? ''));
    const { locale: only, revision } = asked.data;
    const locales = only ? [only] : studioLocales.filter((locale) => hasWords(wordsOf(stored, locale)));
    const [first] = locales;
    for (const locale of locales) {
      const isFirst = locale === first;
      const data = {
        ...(isFirst && !only ? sharedOf(stored, collection) : {}),
        ...wordsOf(stored, locale),
        ...(isFirst && revision !== undefined ? { revision } : {}),
      };
      await payload.update({
        collection,
        id,
        locale,
        draft: true,
        depth: 0,
        data,
        overrideAccess: false,
        user,
      } as never);
    }
    return Response.json({ id, locales }, { headers: { 'Cache-Control': 'no-store' } });
  };

/** `POST /api/{collection}/:id/versions/:version/restore {locale?, revision?}` */
export const restoreEndpoint = (collection: TextCollection): Endpoint => ({
  path: '/:id/versions/:version/restore',
  method: 'post',
  handler: answering(restore(collection)),
});

import { createLocalReq, type PayloadRequest } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import type { TextCollection } from './content-changes.ts';

type Doc = Record<string, unknown>;

/**
 * A request of its own within another one: same person, same words, same transaction. What is read or saved with it in another
 * language leaves the language of the first one alone.
 */
export const apart = async (req: PayloadRequest, locale: StudioLocale): Promise<PayloadRequest> => {
  const { payload, user, headers, i18n, transactionID } = req;
  const base: Partial<PayloadRequest> = { headers, i18n };
  const own = await createLocalReq({ locale, ...(user && { user }), req: base }, payload);
  return transactionID === undefined ? own : Object.assign(own, { transactionID });
};

interface Named {
  readonly collection: TextCollection;
  readonly id: string;
}

/** A text in one language, whole and past the rules of access; empty where there is none. */
const readIn = async (req: PayloadRequest, name: Named, locale: StudioLocale, draft: boolean): Promise<Doc> => {
  const found: unknown = await req.payload.findByID({
    ...name,
    ...({ depth: 0, fallbackLocale: false, overrideAccess: true, disableErrors: true } as const),
    ...{ locale, draft },
    req: await apart(req, locale),
  });
  return found !== null && typeof found === 'object' ? (found as Doc) : {};
};

/** As its writers have it now. */
export const draftIn = (req: PayloadRequest, { collection, id }: Named, locale: StudioLocale): Promise<Doc> =>
  readIn(req, { collection, id }, locale, true);

/** As it was published last. */
export const publishedIn = (req: PayloadRequest, { collection, id }: Named, locale: StudioLocale): Promise<Doc> =>
  readIn(req, { collection, id }, locale, false);

import type { PayloadRequest } from 'payload';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';

/** Values to save: of what all languages share, and of each language. */
export interface Changes {
  readonly shared: Readonly<Record<string, unknown>>;
  readonly local: Readonly<Partial<Record<StudioLocale, Readonly<Record<string, unknown>>>>>;
}

/**
 * Saves changes of an image, with an empty title taking a language away, in the person's name, language by language, each by the rules of every save.
 * @param revision that the changes begin from
 * @param written languages in which the image has a title: what is shared is saved in one of them
 * @returns the revision afterwards
 */
export const applyChanges = async (
  req: PayloadRequest,
  id: string,
  { shared, local }: Changes,
  revision: number,
  written: readonly StudioLocale[],
): Promise<number> => {
  const home = written[0] ?? 'vi';
  let at = revision;
  for (const locale of studioLocales) {
    const data = { ...(locale === home ? shared : {}), ...local[locale] };
    if (Object.keys(data).length === 0) continue;
    const forgetsLanguage = 'title' in data && !data.title;
    const saved: unknown = await req.payload.update({
      collection: 'images',
      id,
      locale,
      fallbackLocale: false,
      data: { ...data, revision: at } as never,
      context: { forgetsLanguage },
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    });
    at = Number((saved as { revision?: unknown }).revision ?? at + 1);
  }
  return at;
};

import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { Asker } from './desk.ts';
import { type ByLocale, byLocale } from './section.ts';

/** A title in one language, or in whichever there is. */
export const bestTitle = (titles: ByLocale, locale: StudioLocale = studioLocales[0]): string =>
  titles?.[locale] || studioLocales.map((one) => titles?.[one]).find(Boolean) || '';

const titled = z.looseObject({ title: byLocale });

/** Title of a document as the person may see it now; null where it is missing or hidden, which look alike. */
export const titleOf = async (
  { payload, user }: Asker,
  collection: string,
  id: string,
  locale: StudioLocale,
): Promise<string | null> => {
  if (collection !== 'articles' && collection !== 'events' && collection !== 'images') return null;
  const found: unknown = await payload.findByID({
    collection,
    id,
    draft: collection !== 'images',
    locale: 'all',
    select: { title: true },
    depth: 0,
    fallbackLocale: false,
    disableErrors: true,
    overrideAccess: false,
    user,
  });
  const read = titled.safeParse(found);
  return found && read.success ? bestTitle(read.data.title, locale) : null;
};

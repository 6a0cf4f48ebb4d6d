import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import type { Asker } from './desk.ts';
import { anyId, type ByLocale, byLocale } from './section.ts';

/** A title in one language, or in whichever there is. */
export const bestTitle = (titles: ByLocale, locale: StudioLocale = studioLocales[0]): string =>
  titles?.[locale] || studioLocales.map((one) => titles?.[one]).find(Boolean) || '';

const titled = z.looseObject({ title: byLocale });

/** Collections whose documents bear titles, and whether they have drafts. */
const drafted = { articles: true, events: true, images: false, albums: false } as const;

const isTitled = (collection: string): collection is keyof typeof drafted => Object.hasOwn(drafted, collection);

/** Title of a document as the person may see it now; null where it is missing or hidden, which look alike. */
export const titleOf = async (
  { payload, user }: Asker,
  collection: string,
  id: string,
  locale: StudioLocale,
): Promise<string | null> => {
  if (!isTitled(collection)) return null;
  const found: unknown = await payload.findByID({
    collection,
    id,
    draft: drafted[collection],
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

const titledDraft = z.looseObject({ parent: anyId, version: titled });

/** Titles of the newest drafts of several documents, by id; those that the person may not see are not among them. */
export const draftTitlesOf = async (
  { payload, user }: Asker,
  collection: TextCollection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ByLocale>> => {
  if (ids.length === 0) return new Map();
  const { docs } = await payload.findVersions({
    collection,
    where: { and: [{ latest: { equals: true } }, { parent: { in: [...new Set(ids)] } }] },
    pagination: false,
    locale: 'all',
    select: { parent: true, version: { title: true } },
    depth: 0,
    fallbackLocale: false,
    overrideAccess: false,
    user,
  });
  return new Map(
    z
      .array(titledDraft)
      .parse(docs)
      .map(({ parent, version }) => [parent, version.title]),
  );
};

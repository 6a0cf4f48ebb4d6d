import type { Where } from 'payload';
import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import type { DeskPerson } from './desk-person.ts';
import { textCollections } from './document-languages.ts';
import { anyId, byLocale, newestFirst, sectionOf } from './section.ts';
import { bestTitle } from './titles.ts';

const draft = z.looseObject({
  parent: anyId,
  updatedAt: z.string().nullish(),
  version: z.looseObject({ title: byLocale, _status: byLocale }),
});
type Draft = z.infer<typeof draft>;

interface Found {
  readonly count: number;
  readonly drafts: readonly Draft[];
}

/** The newest drafts of which a condition is true: how many there are, and the first few, without their bodies. */
const findDrafts = async (
  { payload, user, shown }: Asker,
  collection: TextCollection,
  where: Where,
): Promise<Found> => {
  const { docs, totalDocs } = await payload.findVersions({
    collection,
    where: { and: [{ latest: { equals: true } }, where] },
    sort: '-updatedAt',
    limit: shown,
    locale: 'all',
    select: { parent: true, updatedAt: true, version: { title: true, _status: true } },
    depth: 0,
    fallbackLocale: false,
    overrideAccess: false,
    user,
  });
  return { count: totalDocs, drafts: z.array(draft).parse(docs) };
};

const inSome = (locales: readonly StudioLocale[], condition: (locale: StudioLocale) => Where): Where => ({
  or: locales.map(condition),
});

const gather = async (
  asker: Asker,
  where: Where,
  localesOf: (draft: Draft) => StudioLocale[],
): Promise<{ count: number; items: DeskItem[] }[]> => {
  const answers: { count: number; items: DeskItem[] }[] = [];
  for (const collection of textCollections) {
    const { count, drafts } = await findDrafts(asker, collection, where);
    const items = drafts.map((one) => ({
      collection,
      id: one.parent,
      title: bestTitle(one.version.title),
      locales: localesOf(one),
      at: one.updatedAt ?? null,
      note: null,
    }));
    answers.push({ count, items });
  }
  return answers;
};

/** Documents that the person began and that are not public in some language in which they have words. */
export const myDrafts = async (asker: Asker, person: DeskPerson): Promise<DeskSection> => {
  const unfinished = inSome(studioLocales, (locale) => ({
    and: [{ [`version._status.${locale}`]: { equals: 'draft' } }, { [`version.title.${locale}`]: { exists: true } }],
  }));
  const where: Where = { and: [{ 'version.createdBy': { equals: person.id } }, unfinished] };
  const answers = await gather(asker, where, ({ version: { title, _status } }) =>
    studioLocales.filter((locale) => title?.[locale] && _status?.[locale] === 'draft'),
  );
  return sectionOf('drafts', answers, newestFirst, asker.shown);
};

/** Documents that are public in one language and have no words in another that the person may write. */
export const languagesMissing = async (asker: Asker, person: DeskPerson): Promise<DeskSection> => {
  const locales = person.translates.length > 0 ? person.translates : studioLocales;
  const isPublic = inSome(studioLocales, (locale) => ({ [`parent._status.${locale}`]: { equals: 'published' } }));
  const lacksWords = inSome(locales, (locale) => ({ [`version.title.${locale}`]: { exists: false } }));
  const answers = await gather(asker, { and: [isPublic, lacksWords] }, ({ version: { title } }) =>
    locales.filter((locale) => !title?.[locale]),
  );
  return sectionOf('missing', answers, newestFirst, asker.shown);
};

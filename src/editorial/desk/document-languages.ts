import type { Payload, TypedUser } from 'payload';
import { z } from 'zod';
import { isStudioLocale, type StudioLocale, studioLocales } from '#languages/locales.ts';
import type { TextCollection } from '../workflow/content-changes.ts';
import {
  type DocumentInAllLanguages,
  documentInAllLanguages,
  type LanguageFacts,
  languageFacts,
} from './language-state.ts';
import { sharedChanges } from './shared-changes.ts';

export const textCollections = ['articles', 'events'] as const satisfies readonly TextCollection[];

export interface ReviewFacts {
  locale: StudioLocale;
  state: string;
  note: string | null;
  by: string | null;
  at: string;
}

/** For each language: names of the others who wrote in it, and whether the person who asks did. */
export type Writers = Partial<Record<StudioLocale, { others: string[]; mine: boolean }>>;

export interface DocumentLanguages {
  revision: number;
  source: StudioLocale | null;
  languages: LanguageFacts[];
  /** The newest review of each language that ever had one. */
  reviews: ReviewFacts[];
  /** Who changed each language since it was last published, besides the person who asks. */
  writers: Writers;
  /** Level of its marking. */
  level: string | null;
  /** Fields common to all languages that the draft changes and the public does not know yet. */
  sharedChanges: string[];
}

const person = z.union([z.string(), z.looseObject({ name: z.string().nullish() })]).nullish();
const review = z.looseObject({
  locale: z.enum(studioLocales),
  state: z.string(),
  note: z.string().nullish(),
  requestedBy: person,
  reviewer: person,
  at: z.string(),
});

const nameOf = (value: z.infer<typeof person>): string | null => (typeof value === 'object' && value?.name) || null;

const readReviews = async (
  payload: Payload,
  user: TypedUser,
  collection: string,
  id: string,
): Promise<ReviewFacts[]> => {
  const found = await payload.find({
    collection: 'reviews',
    where: { and: [{ collection: { equals: collection } }, { documentId: { equals: id } }] },
    sort: '-at',
    limit: 100,
    depth: 1,
    overrideAccess: false,
    user,
  });
  const newest = new Map<StudioLocale, ReviewFacts>();
  for (const row of z.array(review).parse(found.docs)) {
    if (newest.has(row.locale)) continue;
    const by = row.state === 'requested' ? nameOf(row.requestedBy) : nameOf(row.reviewer);
    newest.set(row.locale, { locale: row.locale, state: row.state, note: row.note ?? null, by, at: row.at });
  }
  return [...newest.values()];
};

const readAll = async (
  payload: Payload,
  user: TypedUser,
  collection: TextCollection,
  id: string,
  draft: boolean,
): Promise<DocumentInAllLanguages | null> => {
  const found: unknown = await payload.findByID({
    collection,
    id,
    draft,
    depth: 0,
    locale: 'all',
    fallbackLocale: false,
    disableErrors: true,
    overrideAccess: false,
    user,
  });
  return found ? documentInAllLanguages.parse(found) : null;
};

const marked = z.looseObject({ level: z.string() });

const readLevel = async (payload: Payload, user: TypedUser, id: unknown): Promise<string | null> => {
  if (typeof id !== 'string') return null;
  const asked = { collection: 'markings', id, depth: 0, disableErrors: true, overrideAccess: false, user } as const;
  const found = marked.safeParse(await payload.findByID(asked));
  return found.success ? found.data.level : null;
};

/** Names alone: colleagues see who else wrote though they may not read the list of people. */
const readWriters = async (payload: Payload, user: TypedUser, authors: unknown): Promise<Writers> => {
  const lists = z.partialRecord(z.enum(studioLocales), z.array(z.string())).safeParse(authors);
  const writers: Writers = {};
  for (const [locale, ids] of lists.success ? Object.entries(lists.data) : []) {
    const others = ids.filter((id) => id !== String(user.id));
    const names: string[] = [];
    for (const id of others) {
      const found: unknown = await payload.findByID({
        collection: 'users',
        id,
        depth: 0,
        overrideAccess: true,
        disableErrors: true,
      });
      names.push(nameOf(person.parse(found)) ?? '');
    }
    if (isStudioLocale(locale)) writers[locale] = { others: names.filter(Boolean), mine: others.length < ids.length };
  }
  return writers;
};

/**
 * Where a document stands in each language, as the person may see it.
 * @returns null when it is missing or hidden from the person, which look alike.
 */
export const readDocumentLanguages = async (
  payload: Payload,
  user: TypedUser,
  collection: TextCollection,
  id: string,
): Promise<DocumentLanguages | null> => {
  const draft = await readAll(payload, user, collection, id, true);
  if (!draft) return null;
  const published = await readAll(payload, user, collection, id, false);
  const reviews = await readReviews(payload, user, collection, id);
  const inReview = new Set(reviews.filter((one) => one.state === 'requested').map((one) => one.locale));
  return {
    revision: draft.revision ?? 0,
    source: isStudioLocale(draft.source) ? draft.source : null,
    languages: languageFacts(published, draft, inReview),
    reviews,
    writers: await readWriters(payload, user, draft.authors),
    level: await readLevel(payload, user, draft.marking),
    sharedChanges: published ? sharedChanges(collection, published, draft) : [],
  };
};

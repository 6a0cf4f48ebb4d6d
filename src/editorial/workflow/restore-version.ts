import type { PayloadRequest } from 'payload';
import { describedLocal, describedShared } from '#collections/fields/described.ts';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { changedAmong, isTextCollection, localisedContent, sharedContent } from './content-changes.ts';
import { describedKinds } from './save-described.ts';
import { inTransaction } from './transaction.ts';

type Doc = Record<string, unknown>;

/** Fields that a restored version brings back, by collection. Never a marking, a status, an address or who did what. */
export const restored = {
  articles: { local: localisedContent, shared: sharedContent.articles },
  events: { local: localisedContent, shared: sharedContent.events },
  images: {
    local: ['title', 'alt', 'caption', ...describedLocal],
    shared: [
      ...['credit', 'creator', 'rights', 'rightsRecord', 'people', 'minors'],
      ...['takenOn', 'focusX', 'focusY', 'crops', 'topics', 'places', 'agency'],
      ...describedShared,
    ],
  },
  // An embargo and a rights record of before stay where they are: nobody lifts one by looking back
  albums: { local: ['title', 'description', 'pressText'], shared: ['within', 'cover', 'agency'] },
  places: { local: ['name', 'summary', 'address'], shared: ['latitude', 'longitude'] },
  topics: { local: ['name', 'summary'], shared: ['parent'] },
  agencies: { local: ['name', 'summary'], shared: ['website', 'email', 'phone'] },
  concepts: { local: [], shared: ['kind', 'definition', 'forms'] },
  rights: {
    local: ['name', 'terms'],
    shared: [
      ...['holder', 'creator', 'credit', 'rights', 'webStatement', 'validFrom', 'validUntil', 'embargo'],
      ...['territories', 'uses', 'maxSide', 'download', 'mark'],
    ],
  },
} as const;

export type RestoredCollection = keyof typeof restored;

const isDescribed = (collection: RestoredCollection): boolean => Object.hasOwn(describedKinds, collection);

const asDoc = (value: unknown): Doc => (value !== null && typeof value === 'object' ? (value as Doc) : {});

const versionIn = async (req: PayloadRequest, collection: RestoredCollection, id: string, locale: StudioLocale) => {
  const found: unknown = await req.payload.findVersionByID({
    collection,
    id,
    locale,
    fallbackLocale: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
    disableErrors: true,
    req,
  });
  const { parent, version } = asDoc(found);
  return parent ? { parent: String(parent), version: asDoc(version) } : null;
};

const currentIn = async (req: PayloadRequest, collection: RestoredCollection, id: string, locale: StudioLocale) =>
  asDoc(
    await req.payload.findByID({
      collection,
      id,
      locale,
      draft: true,
      fallbackLocale: false,
      depth: 0,
      overrideAccess: false,
      user: req.user,
      req,
    }),
  );

const pick = (doc: Doc, names: readonly string[]): Doc =>
  Object.fromEntries(names.map((name) => [name, doc[name] ?? null]));

/** What differs in one language; what languages share is looked at in the first one only. */
const differences = (collection: RestoredCollection, before: Doc, version: Doc, isFirst: boolean): Doc => {
  const { local, shared } = restored[collection];
  const names = changedAmong(isFirst ? [...local, ...shared] : local, before, version);
  return pick(version, names);
};

/** A description without its name in a language does not exist there, so there is nothing to bring back. */
const isEmpty = (collection: RestoredCollection, version: Doc): boolean =>
  isDescribed(collection) && !version.title && !version.name;

/**
 * Brings an older version back as a new draft, language by language and by the rules of every save, all or nothing.
 *
 * @returns the document in the language of the request
 * @throws Failure `not-found` for a version that is missing or hidden, and whatever a save refuses
 */
export const restoreVersion = (
  req: PayloadRequest,
  collection: RestoredCollection,
  id: string,
  asked: StudioLocale,
): Promise<Doc> =>
  inTransaction(req, async () => {
    const order = [asked, ...studioLocales.filter((locale) => locale !== asked)];
    let parent: string | null = null;
    for (const locale of order) {
      const found = await versionIn(req, collection, id, locale);
      if (!found) throw new Failure('not-found');
      parent = found.parent;
      if (isEmpty(collection, found.version)) continue;
      const before = await currentIn(req, collection, parent, locale);
      const data = differences(collection, before, found.version, locale === asked);
      if (Object.keys(data).length === 0) continue;
      const draft = isTextCollection(collection);
      await req.payload.update({
        collection,
        id: parent,
        locale,
        // It brings back over what stands there now, which this transaction has just read
        data: { ...data, revision: before.revision } as never,
        draft,
        depth: 0,
        overrideAccess: false,
        user: req.user,
        req,
      });
    }
    return parent === null ? {} : currentIn(req, collection, parent, asked);
  });

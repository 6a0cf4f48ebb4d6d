import { randomUUID } from 'node:crypto';
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload';
import { z } from 'zod';
import type { Level, Marking } from '#access/level.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { checkAlbum, followMerger, keepUnseen } from '../albums/check-album.ts';
import { refuseWrongNames } from '../translation/terms/refuse-wrong-names.ts';
import { clearAway } from './clear-away.ts';
import { checkCrops } from './crop-rule.ts';
import { localeOf } from './intent.ts';
import { checkReferences } from './level-rule.ts';
import { makeMarking, readMarking } from './marking-store.ts';
import { noteDeletion } from './note-deletion.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { OwnGround } from './own-grounds.ts';
import { referencesOf } from './references.ts';
import { refuseBlindChange } from './revision-rule.ts';
import { changedIn, type DescribedCollection, type DescribedSave, saveDescribed } from './save-described.ts';
import { textFacts } from './text-facts.ts';
import { checkTree } from './topic-tree.ts';

type Doc = Record<string, unknown>;

const expectedKey = (collection: string) => `expected:${collection}`;
const withRevision = z.looseObject({ data: z.looseObject({ revision: z.number().nullish() }) });

const beforeOperation: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation === 'restoreVersion') throw new Failure('forbidden');
  if (operation !== 'create' && operation !== 'update') return args;
  localeOf(req.locale);
  const read = withRevision.safeParse(args);
  req.context[expectedKey(collection.slug)] = read.success ? (read.data.data.revision ?? null) : null;
  return args;
};

/** What the archive has found out about a picture on its way in, handed over by the upload. */
export interface Taken {
  readonly master: Doc;
  readonly thumbhash: string;
  /** How it looks; not compared yet. */
  readonly likeness?: Doc;
  /** Where it comes from, if a bag brings it. */
  readonly origin?: Doc;
}

/** A document that a bag brings back, handed over by a program of ours: it is what it was, under the id that it had. */
export interface Restored {
  readonly id: string;
  /** Of a picture. */
  readonly marking?: Marking;
  readonly createdBy?: string | null;
}

const takenBy = (req: PayloadRequest): Taken | undefined => req.context.taken as Taken | undefined;
const restoredBy = (req: PayloadRequest): Restored | undefined => req.context.restored as Restored | undefined;

/** A new image: internal unless a program of ours says otherwise, by whoever uploaded it, with the master that the archive has just taken in. */
const beginImage = async (req: PayloadRequest, id: string, data: Doc): Promise<Doc> => {
  const taken = takenBy(req);
  if (!taken) throw new Failure('field-invalid', { field: 'file' });
  const by = req.user ? String(req.user.id) : null;
  const restored = restoredBy(req);
  const usual = { level: (req.context.level as Level | undefined) ?? 'internal', compartments: [] };
  const basis: OwnGround = restored ? 'bag' : 'upload';
  const marking = await makeMarking(req, { type: 'images', id }, restored?.marking ?? usual, { by, basis });
  return { ...data, ...taken, marking, createdBy: restored?.createdBy ?? by, releasedBy: null };
};

/** A new album: internal unless a program of ours says otherwise. */
const beginAlbum = async (req: PayloadRequest, id: string, data: Doc): Promise<Doc> => {
  const by = req.user ? String(req.user.id) : null;
  const internal: Marking = { level: 'internal', compartments: [] };
  const basis: OwnGround = restoredBy(req) ? 'bag' : 'new';
  const marking = await makeMarking(req, { type: 'albums', id }, restoredBy(req)?.marking ?? internal, { by, basis });
  return { ...data, marking, createdBy: by, releasedBy: null };
};

const begin = { images: beginImage, albums: beginAlbum } as const;

/** What only the machinery writes, by collection: a save leaves it as it was. */
const machinery = {
  images: ['master', 'origin', 'thumbhash', 'likeness', 'mergedInto', 'marking', 'createdBy', 'releasedBy'],
  albums: ['marking', 'createdBy', 'releasedBy'],
} as const;

const isBegun = (collection: DescribedCollection): collection is keyof typeof begin => Object.hasOwn(begin, collection);

const keep = (collection: keyof typeof machinery, before: Doc, data: Doc): Doc => ({
  ...data,
  ...Object.fromEntries(machinery[collection].map((name) => [name, before[name]])),
});

const isPublicNow = async (req: PayloadRequest, collection: DescribedCollection, before: Doc | null) => {
  if (!isBegun(collection)) return before !== null;
  const marking = before ? await readMarking(req, textFacts(before).marking) : null;
  return marking?.level === 'public';
};

/** What is public as soon as it is saved bears no name that the registry stops. Pictures and albums are looked at when they are released. */
const checkNames = async ({ req, collection, locale, before, isPublic }: DescribedSave, after: Doc): Promise<void> => {
  if (collection === 'rights' || restoredBy(req) || (isBegun(collection) && !isPublic)) return;
  await refuseWrongNames(req, { collection, locale, after, before });
};

const beforeChange: CollectionBeforeChangeHook = async ({
  collection: { slug },
  data,
  operation,
  originalDoc,
  req,
}) => {
  const collection = slug as DescribedCollection;
  const before: Doc | null = operation === 'update' ? originalDoc : null;
  const id = before ? String(before.id) : (restoredBy(req)?.id ?? randomUUID());
  const expected = (req.context[expectedKey(slug)] as number | null | undefined) ?? null;
  const isPublic = await isPublicNow(req, collection, before);
  const viewer = viewerOf(req.user);
  const after: Doc =
    collection === 'albums' && before ? await followMerger(req, before, await keepUnseen(req, before, data)) : data;
  const save = { req, collection, locale: localeOf(req.locale), viewer, id, before, after, isPublic };
  const saved = await saveDescribed(save, expected);
  if (collection === 'images' && !restoredBy(req)) checkCrops(before, saved, (before ?? takenBy(req))?.master);
  if (collection === 'albums') await checkAlbum(req, id, before, saved);
  else await checkReferences(req, referencesOf(saved), { level: 'public', compartments: [] });
  if (collection === 'topics') await checkTree(req, 'topics', id, saved.parent);
  refuseBlindChange(viewer, expected, changedIn(save));
  await checkNames(save, saved);
  if (!isBegun(collection)) return { ...saved, id };
  return before ? keep(collection, before, saved) : { ...(await begin[collection](req, id, saved)), id };
};

/** Others would stand behind nothing: whoever deletes it parts them first. */
const refuseStandIn: CollectionBeforeDeleteHook = async ({ collection: { slug }, id, req }) => {
  if (slug !== 'images') return;
  const where = { mergedInto: { equals: id } };
  const { totalDocs } = await req.payload.db.count({ collection: 'images', where, req });
  if (totalDocs > 0) throw new Failure('image-stands-for-others');
};

/** Rules of documents that describe something: images, albums, places, topics, agencies. */
export const withDescriptionRules = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    beforeOperation: [...(collection.hooks?.beforeOperation ?? []), oneAtATime, beforeOperation],
    beforeChange: [beforeChange, ...(collection.hooks?.beforeChange ?? [])],
    beforeDelete: [refuseStandIn, ...(collection.hooks?.beforeDelete ?? []), noteDeletion],
    afterDelete: [...(collection.hooks?.afterDelete ?? []), clearAway],
  },
});

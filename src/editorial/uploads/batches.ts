import { randomUUID } from 'node:crypto';
import type { Payload, PayloadRequest } from 'payload';
import { z } from 'zod';
import { covers } from '#access/decide.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { canonicalRights } from '#media/rights/rights.ts';
import { checkMayOrder } from '../albums/album-door.ts';
import { checkFields } from '../input/check-fields.ts';
import { checkReferences } from '../workflow/level-rule.ts';
import { referencesOf } from '../workflow/references.ts';

const collection = 'upload-batches';

const id = z.string().min(1).max(64);

/** What pictures can be marked with as they come in. */
export const levelsOfNew = ['internal', 'unreviewed', 'restricted'] as const;

/** What holds for every picture of a batch, whatever its file says of itself. */
export const batchDefaults = z.strictObject({
  /** Language of the words in the files that name none. */
  locale: z.enum(studioLocales).default('vi'),
  agency: id.optional(),
  topics: z.array(id).max(50).optional(),
  places: z.array(id).max(50).optional(),
  credit: z.string().optional(),
  creator: z.string().optional(),
  rights: z.string().optional(),
  takenOn: z.string().optional(),
  rightsRecord: id.optional(),
  /** Album into which every picture goes, behind what is there. */
  album: id.optional(),
  level: z.enum(levelsOfNew).default('internal'),
});

export interface Batch {
  readonly id: string;
  readonly owner: string;
  readonly locale: StudioLocale;
  readonly level: (typeof levelsOfNew)[number];
  readonly album: string | null;
  /** Fields of the records to be made. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const stored = z.looseObject({ id: z.string(), owner: z.string(), at: z.string(), defaults: z.string() });

/** @throws Failure `field-invalid` for a marking that the person is not cleared for: they would lose sight of what they bring */
const checkLevel = (req: PayloadRequest, level: (typeof levelsOfNew)[number]): void => {
  const viewer = viewerOf(req.user);
  if (!viewer || !covers(viewer, { level, compartments: [] })) throw new Failure('field-invalid', { field: 'marking' });
};

/** @throws Failure `field-invalid` for an album that is not there for the person, `forbidden` where they may not fill it */
export const checkAlbumOf = async (req: PayloadRequest, album: string | null | undefined): Promise<void> => {
  const viewer = viewerOf(req.user);
  if (!album) return;
  if (!viewer) throw new Failure('forbidden');
  try {
    await checkMayOrder(req, viewer, album);
  } catch (cause) {
    const isHidden = cause instanceof Failure && cause.code === 'not-found';
    throw isHidden ? new Failure('field-invalid', { field: 'album' }, { cause }) : cause;
  }
};

/**
 * Begins a batch of the person who asks. All that it says is looked at before a byte comes.
 * @throws Failure `field-invalid` and the like for what no record may hold
 */
export const beginBatch = async (req: PayloadRequest, defaults: z.infer<typeof batchDefaults>): Promise<string> => {
  const { locale, album, level, ...facts } = defaults;
  checkLevel(req, level);
  await checkAlbumOf(req, album);
  checkFields(req.payload.collections.images?.config.flattenedFields ?? [], facts);
  if (facts.rights && canonicalRights(facts.rights) !== facts.rights)
    throw new Failure('field-invalid', { field: 'rights' });
  await checkReferences(req, referencesOf(facts), { level: 'public', compartments: [] });
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value && value.length > 0));
  const batch = randomUUID();
  const text = JSON.stringify({ locale, level, ...(album && { album }), ...said });
  const data = { id: batch, owner: String(req.user?.id), at: new Date().toISOString(), defaults: text };
  await req.payload.db.create({ collection, customID: batch, data, returning: false });
  return batch;
};

/** A batch for the program that fills it. */
export const batchOf = async (payload: Payload, batch: string): Promise<Batch | null> => {
  const found: unknown = await payload.db.findOne({ collection, where: { id: { equals: batch } } });
  if (!found) return null;
  const { owner, defaults } = stored.parse(found);
  const { locale, album = null, level, ...facts } = batchDefaults.parse(JSON.parse(defaults));
  return { id: batch, owner, locale, album, level, facts };
};

/** @throws Failure `not-found` unless the person may see the batch */
export const checkBatch = async (req: PayloadRequest, batch: string): Promise<void> => {
  const asked = { overrideAccess: false, user: req.user, disableErrors: true, depth: 0 } as const;
  const found: unknown = await req.payload.findByID({ collection, id: batch, ...asked });
  if (!found) throw new Failure('not-found');
};

/** The latest batches of whoever asks, newest first. */
export const latestBatches = async (req: PayloadRequest, most = 20) => {
  const { docs } = await req.payload.find({
    collection,
    where: { owner: { equals: String(req.user?.id) } },
    ...{ limit: most, sort: '-at', depth: 0, overrideAccess: false, user: req.user, pagination: false },
  });
  const all = docs.map((doc) => stored.parse(doc));
  const count = async (one: string) =>
    (await req.payload.db.count({ collection: 'upload-fates', where: { batch: { equals: one } } })).totalDocs;
  return Promise.all(all.map(async ({ id: batch, at }) => ({ id: batch, at, files: await count(batch) })));
};

import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import type { Overrides } from '#translation/script/overrides.ts';
import type { FieldShape } from '#translation/segments/shape.ts';
import { type DocumentRef, keyOf, type ReleasedCollection } from '../release/released-collections.ts';
import { type RightsSource, withRights } from '../release/with-rights.ts';
import { shapeOf } from '../translation/shape-of.ts';
import { isTextCollection } from '../workflow/content-changes.ts';
import { type AwaitedByLocale, awaitedByDocument } from './awaited.ts';
import { type Find, groundUsers } from './ground-users.ts';
import type { GroundUsers } from './grounds.ts';
import { namesInBothScripts } from './names-in-both-scripts.ts';
import type { Held } from './releasable.ts';
import { type VouchedByLocale, vouchedByDocument } from './translation-states.ts';

/** A hint that a document may have changed: the row's id and time, and whom it names. */
export interface Hint {
  readonly id: string;
  readonly at: string;
  readonly collection: string;
  readonly documentId: string;
}

/** The studio's database as the gate sees it: committed state, nothing to write with. Throws `database-unreachable`. */
export interface CommittedReader extends GroundUsers {
  /**
   * Documents with their markings, by `keyOf`; a document that does not exist has null for both. A picture has its rights
   * record and its consents in place of their ids, as far as they are there, and the albums around it.
   */
  held(refs: readonly DocumentRef[]): Promise<Map<string, Held>>;
  /** What the ledger of translations vouches for, by `keyOf` and language. */
  vouched(refs: readonly DocumentRef[]): Promise<Map<string, VouchedByLocale>>;
  /** What launches have gone out without, by `keyOf` and language. */
  awaited(refs: readonly DocumentRef[]): Promise<Map<string, AwaitedByLocale>>;
  /** Fingerprints of passages of these documents that an officer let go. */
  letGo(refs: readonly DocumentRef[]): Promise<ReadonlySet<string>>;
  /** What of a document can be translated. */
  shapeOf(collection: ReleasedCollection): readonly FieldShape[];
  /** Ids of the images of an album, in its order. */
  members(album: string): Promise<string[]>;
  /** Ids of a collection in ascending order. */
  ids(collection: ReleasedCollection, after: string | null, limit: number): Promise<string[]>;
  /** How many documents a collection has. */
  count(collection: ReleasedCollection): Promise<number>;
  /** Names of the registry whose Traditional form somebody has written down; approved ones first. */
  traditionalNames(): Promise<Overrides>;
  /** Outbox rows from `since` on, oldest first. */
  hints(since: Date, limit: number): Promise<Hint[]>;
}

/**
 * @NOTE It asks the database adapter, not Payload's operations: neither access rules nor hooks nor fallback stand between
 * the gate and what was committed.
 */
export function openCommitted(payload: Payload): CommittedReader {
  const { db, collections } = payload;
  const find: Find = async (collection, where, limit, more = {}) => {
    const { docs } = await reached(db.find({ collection, where, limit, pagination: false, ...more }));
    return docs;
  };
  const byIds = async (collection: string, ids: readonly string[]): Promise<Map<string, unknown>> => {
    if (ids.length === 0) return new Map();
    const docs = await find(collection, { id: { in: [...ids] } }, ids.length);
    return new Map(docs.flatMap((doc) => (hasId(doc) ? [[doc.id, doc] as const] : [])));
  };
  return {
    held: (refs) =>
      readHeld(refs, {
        byIds,
        memberships: async (images) =>
          images.length === 0
            ? []
            : (await find('album-members', { image: { in: [...images] } }, 0)).flatMap(
                (doc) => membership.safeParse(doc).data ?? [],
              ),
      }),
    vouched: (refs) => readVouchedFor(find, refs),
    awaited: (refs) => readAwaitedFor(find, refs),
    letGo: (refs) => readLetGo(find, refs),
    shapeOf: (collection) => shapeOf(payload, collection),
    members: async (album) => {
      const more = { sort: 'rank', select: { image: true } } as const;
      const docs = await find('album-members', { album: { equals: album } }, 0, more);
      return docs.flatMap((doc) => member.safeParse(doc).data?.image ?? []);
    },
    ids: async (collection, after, limit) => {
      const where: Where = after === null ? {} : { id: { greater_than: after } };
      const docs = await find(collection, where, limit, { sort: 'id', select: { createdAt: true } });
      return docs.filter(hasId).map(({ id }) => id);
    },
    users: (ground, after, limit) => groundUsers(find, ground, after, limit),
    count: async (collection) => (await reached(db.count({ collection, where: {} }))).totalDocs,
    traditionalNames: async () =>
      Object.hasOwn(collections, 'concepts') ? namesInBothScripts(await find('concepts', {}, 0)) : [],
    hints: async (since, limit) => {
      const docs = await find('outbox', { at: { greater_than_equal: since.toISOString() } }, limit, { sort: 'at' });
      return docs.flatMap((doc) => hint.safeParse(doc).data ?? []);
    },
  };
}

/** One question for each collection: who has translations, and what of them is vouched for. Their words are not read. */
async function readVouchedFor(find: Find, refs: readonly DocumentRef[]): Promise<Map<string, VouchedByLocale>> {
  const found = new Map<string, VouchedByLocale>();
  const select = { documentId: true, locale: true, vouched: true } as const;
  for (const [collection, group] of Map.groupBy(refs, (ref) => ref.collection)) {
    const ids = [...new Set(group.map(({ id }) => id))];
    const where: Where = { and: [{ documentId: { in: ids } }, { collection: { equals: collection } }] };
    const rows = await find('translations', where, 0, { select });
    for (const [id, byLocale] of vouchedByDocument(rows)) found.set(keyOf({ collection, id }), byLocale);
  }
  return found;
}

/** One question for all: most documents have never been part of a launch. */
async function readAwaitedFor(find: Find, refs: readonly DocumentRef[]): Promise<Map<string, AwaitedByLocale>> {
  const ids = refs.filter(({ collection }) => isTextCollection(collection)).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  return awaitedByDocument(await find('launches', { documentId: { in: [...new Set(ids)] } }, 0));
}

const fingerprinted = z.object({ id: z.string() });

/** A fingerprint speaks of one document already, so the documents only narrow the question. */
async function readLetGo(find: Find, refs: readonly DocumentRef[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(refs.map(({ id }) => id))];
  const where: Where = { and: [{ subjectId: { in: ids } }, { state: { equals: 'may-go' } }] };
  const rows = await find('secrecy-cases', where, 0, { select: { state: true } });
  return new Set(rows.flatMap((row) => fingerprinted.safeParse(row).data?.id ?? []));
}

async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new Failure('database-unreachable', {}, { cause });
  }
}

const instant = z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString());
const hint = z.object({ id: z.string(), at: instant, collection: z.string(), documentId: z.string() });

const member = z.object({ image: z.string() });
const membership = z.object({ image: z.string(), album: z.string() });

const hasId = (doc: unknown): doc is { id: string } =>
  typeof doc === 'object' && doc !== null && 'id' in doc && typeof doc.id === 'string';

type Source = RightsSource & {
  byIds(collection: string, ids: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
};

async function readHeld(refs: readonly DocumentRef[], source: Source): Promise<Map<string, Held>> {
  const { byIds } = source;
  const documents = new Map<string, unknown>();
  for (const [collection, group] of Map.groupBy(refs, (ref) => ref.collection)) {
    const found = await byIds(collection, [...new Set(group.map((ref) => ref.id))]);
    for (const [id, doc] of found) documents.set(keyOf({ collection, id }), doc);
  }
  await fillRights(documents, source);
  const markings = await byIds('markings', [...new Set([...documents.values()].flatMap(markingOf))]);
  return new Map(
    refs.map((ref) => {
      const document = documents.get(keyOf(ref)) ?? null;
      const [marking] = markingOf(document);
      return [keyOf(ref), { document, marking: (marking && markings.get(marking)) ?? null }];
    }),
  );
}

/** What the right to show a picture stands upon is read with it, and judged at the same moment. */
async function fillRights(documents: Map<string, unknown>, source: RightsSource): Promise<void> {
  const keys = [...documents.keys()].filter((key) => key.startsWith('images/'));
  const filled = await withRights(
    keys.map((key) => documents.get(key)),
    source,
  );
  for (const [index, key] of keys.entries()) documents.set(key, filled[index]);
}

const marked = z.object({ marking: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]) });

function markingOf(document: unknown): string[] {
  const read = marked.safeParse(document);
  return read.success ? [read.data.marking] : [];
}

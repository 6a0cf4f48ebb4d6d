import type { BaseDatabaseAdapter, Config, PayloadRequest } from 'payload';
import { z } from 'zod';
import { isMarkedCollection, type MarkedCollection } from '../../workflow/references.ts';
import { sealStoreOf } from './seal-store-of.ts';

type Doc = Readonly<Record<string, unknown>>;
type Within = Partial<PayloadRequest> | undefined;

const named = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);
const sealed = z.looseObject({ seal: z.string(), subjectId: z.string() });

/** A marking that a document names, as it was when the seal was taken from it; it may not be there, and then seals as nobody’s. */
interface Borne {
  readonly id: string;
  readonly seal: string;
  readonly subjectId?: string | undefined;
}

const readMarking = async (db: BaseDatabaseAdapter, req: Within, id: string): Promise<Borne> => {
  const select = { seal: true, subjectId: true } as const;
  const where = { id: { equals: id } };
  const found = sealed.safeParse(await db.findOne({ collection: 'markings', where, select, ...(req && { req }) })).data;
  return { id, seal: found?.seal ?? '', subjectId: found?.subjectId };
};

/** The marking that is named; null: none is, empty: what names it cannot be read. */
const markingIn = async (db: BaseDatabaseAdapter, req: Within, value: unknown): Promise<Borne | null | ''> => {
  if (value === null || value === undefined) return null;
  const id = named.safeParse(value);
  return id.success ? readMarking(db, req, id.data) : '';
};

interface Sealed {
  readonly data: Doc;
  /** The marking whose seal it was given. */
  readonly by?: Borne | undefined;
}

/** What is written, with the seal of its marking whatever it says of itself. Where no marking is written, no seal is. */
const withSeal = async (db: BaseDatabaseAdapter, req: Within, said: Doc): Promise<Sealed> => {
  const { seal: _, ...data } = said;
  if (!('marking' in data)) return { data };
  const by = await markingIn(db, req, data.marking);
  return by ? { data: { ...data, seal: by.seal }, by } : { data: { ...data, seal: by } };
};

/**
 * Looks at the marking again once it is written: where it has changed meanwhile, whoever changed it may have sealed the rows before
 * this one was there, and left it behind with the earlier seal.
 */
const followBehind = async (
  db: BaseDatabaseAdapter,
  req: Within,
  collection: MarkedCollection,
  by: Borne,
): Promise<void> => {
  const store = sealStoreOf(db);
  if (await store.holdsStill(req ?? {})) return;
  for (let borne = by; ; ) {
    const now = await readMarking(db, req, by.id);
    const subjectId = now.subjectId ?? borne.subjectId;
    if (now.seal === borne.seal || subjectId === undefined) return;
    await store.write(req ?? {}, collection, { id: by.id, subjectId }, now.seal);
    borne = { ...now, subjectId };
  }
};

const isDoc = (value: unknown): value is Doc => typeof value === 'object' && value !== null;

interface Write {
  readonly collection?: string;
  readonly collectionSlug?: string;
  readonly data?: unknown;
  readonly versionData?: unknown;
  readonly req?: Partial<PayloadRequest>;
}

interface SealedWrite {
  readonly change: Partial<Write>;
  readonly by?: Borne | undefined;
}

/**
 * Gives every document and every version that is written the seal of its marking, whoever writes it and how: a save, a copy, a version
 * that is restored, what is brought in, what is merged. No seal is taken over from anybody.
 */
export const withSealsKept = (database: Config['db']): Config['db'] => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args);
    const keep = (
      name: 'create' | 'updateOne' | 'updateMany' | 'createVersion' | 'updateVersion',
      sealedIn: (args: Write) => Promise<SealedWrite>,
    ) => {
      const write = adapter[name].bind(adapter) as (args: Write) => Promise<unknown>;
      const kept = async (asked: Write) => {
        const collection = asked.collection ?? asked.collectionSlug;
        if (!isMarkedCollection(collection)) return write(asked);
        const { change, by } = await sealedIn(asked);
        const written = await write({ ...asked, ...change });
        if (by) await followBehind(adapter, asked.req, collection, by);
        return written;
      };
      Object.assign(adapter, { [name]: kept });
    };
    const nothing: SealedWrite = { change: {} };
    for (const name of ['create', 'updateOne', 'updateMany'] as const)
      keep(name, async ({ data: said, req }) => {
        if (!isDoc(said)) return nothing;
        const { data, by } = await withSeal(adapter, req, said);
        return { change: { data }, by };
      });
    keep('createVersion', async ({ versionData: said, req }) => {
      if (!isDoc(said)) return nothing;
      const { data, by } = await withSeal(adapter, req, said);
      return { change: { versionData: data }, by };
    });
    keep('updateVersion', async ({ versionData: said, req }) => {
      if (!isDoc(said) || !isDoc(said.version)) return nothing;
      const { data, by } = await withSeal(adapter, req, said.version);
      return { change: { versionData: { ...said, version: data } }, by };
    });
    return adapter;
  },
});

import { randomUUID } from 'node:crypto';
import type { BaseDatabaseAdapter, Config, DatabaseAdapter, PayloadRequest, Where } from 'payload';
import type { ExactTexts } from '#sealing/exact-text.ts';
import { openTextReader } from '#sealing/sealed-text.ts';
import { openExactKey } from './exact-key.ts';
import { type FindRaw, levelOfRow } from './level-of-row.ts';
import { isSealedCollection, openRow, sealRow, touchesSealed } from './seal-row.ts';
import { sealedWhere } from './sealed-where.ts';
import type { KeySource, TextSealing } from './sealing.ts';
import { keepStoredRows } from './stored-rows.ts';

type Doc = Record<string, unknown>;

/** What the methods of an adapter are asked with, as far as it matters here. */
interface Asked {
  readonly collection: string;
  readonly id?: string;
  readonly where?: Where;
  readonly req?: Partial<PayloadRequest>;
  readonly select?: Record<string, unknown>;
  readonly data?: Doc;
}

type Method = (args: Asked) => Promise<unknown>;
type Methods = Record<
  'create' | 'updateOne' | 'updateMany' | 'deleteMany' | 'find' | 'findOne' | 'findDistinct' | 'deleteOne' | 'count',
  Method
>;

type Page = { docs: unknown[] };
const everything = { limit: 0, pagination: false } as object;

/** What the stock adapter does, and what is to be done around it. */
interface Around {
  readonly stock: DatabaseAdapter;
  readonly sealing: TextSealing;
  readonly find: FindRaw;
}

/**
 * Texts of records lie sealed in the database: whoever asks the adapter reads and writes them as they are.
 * @param keys looked at when the database is connected; undefined: texts lie as they are
 */
export const withSealedTexts = (database: Config['db'], keys: KeySource | undefined): Config['db'] => {
  if (!keys) return database;
  return {
    ...database,
    init: (args) => {
      const adapter = database.init(args);
      const stock = bound(adapter);
      const find: FindRaw = (collection, where, req) =>
        stock.findOne({ collection, where, ...(req && { req: req as PayloadRequest }) }) as Promise<Doc | null>;
      keepStoredRows(adapter, stock);
      const exact = Promise.withResolvers<ExactTexts>();
      const around: Around = { stock, sealing: { keys, exact: () => exact.promise }, find };
      const connect = adapter.connect?.bind(adapter);
      const reads = { ...rowsOf(around), ...readsOf(around), ...versionsOf(around) };
      Object.assign(adapter, reads, {
        // Made before anybody writes: who holds the turn to write would wait for itself
        connect: async (options: Parameters<NonNullable<typeof connect>>[0]) => {
          await connect?.(options);
          exact.resolve(await openExactKey(stock, await keys()));
        },
      });
      return adapter;
    },
  };
};

/** The methods as they were, each of the adapter that they belong to. */
const bound = (adapter: BaseDatabaseAdapter): DatabaseAdapter => {
  const methods = Object.entries(adapter).filter(([, value]) => typeof value === 'function');
  return Object.fromEntries(methods.map(([name, value]) => [name, value.bind(adapter)])) as unknown as DatabaseAdapter;
};

const asked = async ({ sealing }: Around, args: Asked): Promise<Asked> =>
  args.where && isSealedCollection(args.collection)
    ? { ...args, where: sealedWhere(args.collection, args.where, await sealing.exact()) }
    : args;

const opened = async (
  { sealing }: Around,
  collection: string,
  doc: unknown,
  open?: ReturnType<typeof openTextReader>,
) => {
  if (!isSealedCollection(collection) || typeof doc !== 'object' || doc === null || !('id' in doc)) return doc;
  return openRow({ collection, id: String(doc.id) }, doc as Doc, sealing, open);
};

const openedPage = async <T extends { docs: unknown[] }>(around: Around, collection: string, page: T): Promise<T> => {
  if (!isSealedCollection(collection)) return page;
  const open = openTextReader(around.sealing.keys);
  const docs: unknown[] = [];
  for (const doc of page.docs) docs.push(await opened(around, collection, doc, open));
  return { ...page, docs };
};

/** Data for a row that is there or is about to be, sealed under the key of what it speaks of. */
const sealedData = async ({ sealing, find }: Around, { collection, req }: Asked, id: string, data: Doc): Promise<Doc> =>
  sealRow({ collection, id, level: await levelOfRow({ collection, id }, data, find, req) }, data, sealing);

const rowsOf = (around: Around): Partial<Methods> => {
  const stock = around.stock as unknown as Methods;
  const idOf = async ({ collection, id, where, req }: Asked): Promise<string | null> => {
    const found = id ?? (where && (await around.find(collection, where, req))?.id);
    return found === undefined || found === null ? null : String(found);
  };
  const methods: Partial<Methods> = {
    create: async (args) => {
      const { collection, data = {} } = args;
      if (!isSealedCollection(collection)) return stock.create(args);
      const id = String(data.id ?? randomUUID());
      const sealed = { ...(await sealedData(around, args, id, data)), id };
      return opened(around, collection, await stock.create({ ...args, data: sealed }));
    },
    updateOne: async (given) => {
      const args = await asked(around, given);
      const { collection, data = {} } = args;
      const id = touchesSealed(collection, data) ? await idOf(args) : null;
      const sealed = id === null ? data : await sealedData(around, args, id, data);
      return opened(around, collection, await stock.updateOne({ ...args, data: sealed }));
    },
    updateMany: async (given) => {
      const args = await asked(around, given);
      const { collection, where, req, data = {} } = args;
      if (!touchesSealed(collection, data)) return stock.updateMany(args);
      const found = (await stock.find({
        collection,
        ...(where && { where }),
        ...(req && { req }),
        ...everything,
      })) as Page;
      const docs: unknown[] = [];
      // Each row has a key of its own
      for (const { id } of found.docs as { id: string }[])
        docs.push(await methods.updateOne?.({ collection, id, data, ...(req && { req }) }));
      return docs;
    },
    deleteMany: async (given) => stock.deleteMany(await asked(around, given)),
    deleteOne: async (given) => opened(around, given.collection, await stock.deleteOne(await asked(around, given))),
  };
  return methods;
};

const readsOf = (around: Around): Partial<Methods> => {
  const stock = around.stock as unknown as Methods;
  return {
    find: async (given) =>
      openedPage(around, given.collection, (await stock.find(await asked(around, given))) as { docs: unknown[] }),
    findOne: async (given) => opened(around, given.collection, await stock.findOne(await asked(around, given))),
    count: async (given) => stock.count(await asked(around, given)),
  };
};

interface Version {
  readonly id: unknown;
  readonly parent?: unknown;
  readonly version?: Doc;
}

const versionsOf = (around: Around): Partial<DatabaseAdapter> => {
  const { stock, sealing } = around;
  const openVersion = async (collection: string, found: unknown, parent?: string): Promise<unknown> => {
    const { version, parent: own } = (found ?? {}) as Version;
    const of = parent ?? own;
    if (!isSealedCollection(collection) || !version || of === undefined || of === null) return found;
    return { ...(found as Doc), version: await openRow({ collection, id: String(of) }, version, sealing) };
  };
  const methods = {
    createVersion: async (args: Parameters<DatabaseAdapter['createVersion']>[0]) => {
      const { collectionSlug: collection, parent, versionData, req } = args;
      if (!isSealedCollection(collection)) return stock.createVersion(args);
      const versioned = { collection, ...(req && { req }) };
      const data = await sealedData(around, versioned, String(parent), versionData as Doc);
      return openVersion(
        collection,
        await stock.createVersion({ ...args, versionData: data as never }),
        String(parent),
      );
    },
    updateVersion: async (args: Parameters<DatabaseAdapter['updateVersion']>[0]) => {
      const { collection, versionData, req } = args;
      const version = versionData.version as Doc | undefined;
      if (!isSealedCollection(collection) || !version) return openVersion(collection, await stock.updateVersion(args));
      const where = args.id === undefined ? args.where : { id: { equals: args.id } };
      const { docs } = await stock.findVersions({
        collection,
        where,
        limit: 1,
        pagination: false,
        ...(req && { req }),
      } as never);
      const parent = String(versionData.parent ?? (docs[0] as Version | undefined)?.parent);
      const sealed = await sealedData(around, { collection, ...(req && { req }) }, parent, version);
      const changed = { ...args, versionData: { ...versionData, version: sealed as never } };
      return openVersion(collection, await stock.updateVersion(changed as never), parent);
    },
    findVersions: async (given: Parameters<DatabaseAdapter['findVersions']>[0]) => {
      const { select } = given;
      // Whose version it is says what opens it
      const args =
        select && isSealedCollection(given.collection) ? { ...given, select: { ...select, parent: true } } : given;
      const page = await stock.findVersions((await asked(around, args as never)) as never);
      if (!isSealedCollection(given.collection)) return page;
      const docs: unknown[] = [];
      for (const doc of page.docs) docs.push(await openVersion(given.collection, doc));
      return { ...page, docs };
    },
    queryDrafts: async (given: Parameters<DatabaseAdapter['queryDrafts']>[0]) =>
      openedPage(around, given.collection, await stock.queryDrafts((await asked(around, given as never)) as never)),
    countVersions: async (given: Parameters<DatabaseAdapter['countVersions']>[0]) =>
      stock.countVersions((await asked(around, given as never)) as never),
  };
  return methods as unknown as Partial<DatabaseAdapter>;
};

import { randomUUID } from 'node:crypto';
import type { BaseDatabaseAdapter, Config, DatabaseAdapter, PayloadRequest, Where } from 'payload';
import { Failure } from '#errors/failure.ts';
import type { ExactTexts } from '#sealing/exact-text.ts';
import { askedOfSealed, orderedOpenly, type Related, sealedFieldAt } from './asked-of-sealed.ts';
import { hasExactKey, openExactKey } from './exact-key.ts';
import type { FindRaw } from './level-of-row.ts';
import { openedPage, openedRow, sealedData } from './open-rows.ts';
import { isSealedCollection, touchesSealed } from './seal-row.ts';
import { versionsOf } from './sealed-versions.ts';
import type { Around, KeySource } from './sealing.ts';
import { keepStoredRows } from './stored-rows.ts';

type Doc = Record<string, unknown>;

/** What the methods of an adapter are asked with, as far as it matters here. */
interface Asked {
  readonly collection: string;
  readonly id?: string;
  readonly where?: Where;
  readonly req?: Partial<PayloadRequest>;
  readonly data?: Doc;
  readonly field?: string;
  readonly sort?: string | string[];
  readonly limit?: number;
  readonly returning?: boolean;
  readonly options?: { readonly upsert?: boolean };
}

type Method = (args: Asked) => Promise<unknown>;
type Methods = Record<
  'create' | 'updateOne' | 'updateMany' | 'deleteMany' | 'find' | 'findOne' | 'findDistinct' | 'deleteOne' | 'count',
  Method
>;

type Page = { docs: unknown[] };
const everything = { limit: 0, pagination: false } as object;

type Connect = NonNullable<BaseDatabaseAdapter['connect']>;

/**
 * Texts of records lie sealed in the database: whoever asks the adapter reads and writes them as they are.
 * @param keys looked at when the database is connected; undefined: texts lie as they are, and where they do not, nobody connects
 */
export const withSealedTexts = (database: Config['db'], keys: KeySource | undefined): Config['db'] => ({
  ...database,
  init: (args) => {
    const adapter = database.init(args);
    const connect = adapter.connect?.bind(adapter);
    const open: Connect = async (options) => connect?.(options);
    return Object.assign(adapter, keys ? sealed(adapter, open, keys) : { connect: unlessSealed(adapter, open) });
  },
});

/** Whoever has no keys would show and write over what they cannot read. @throws Failure `texts-sealed` */
const unlessSealed =
  (adapter: BaseDatabaseAdapter, connect: Connect): Connect =>
  async (options) => {
    await connect(options);
    if (!(await hasExactKey(adapter))) return;
    await adapter.destroy?.();
    throw new Failure('texts-sealed');
  };

const sealed = (adapter: BaseDatabaseAdapter, connect: Connect, keys: KeySource) => {
  const stock = bound(adapter);
  keepStoredRows(adapter, { ...stock, keys });
  const exact = Promise.withResolvers<ExactTexts>();
  const around: Around = {
    stock,
    sealing: { keys, exact: () => exact.promise },
    find: findIn(stock),
    related: relatedIn(adapter),
    log: () => adapter.payload.logger,
  };
  return {
    ...rowsOf(around),
    ...readsOf(around),
    ...versionsOf(around),
    // Made before anybody writes: who holds the turn to write would wait for itself
    connect: (async (options) => {
      const held = await keys();
      await connect(options);
      try {
        exact.resolve(await openExactKey(stock, held));
      } catch (cause) {
        // A connection that stays open keeps a command from ending
        await adapter.destroy?.();
        throw cause;
      }
    }) as Connect,
  };
};

const findIn =
  (stock: DatabaseAdapter): FindRaw =>
  (collection, where, req) =>
    stock.findOne({ collection, where, ...(req && { req: req as PayloadRequest }) }) as Promise<Doc | null>;

/** As the collections of the studio name one another. */
const relatedIn =
  (adapter: BaseDatabaseAdapter): Related =>
  (collection, name) => {
    const field = adapter.payload.collections[collection]?.config.flattenedFields.find((one) => one.name === name);
    return field && 'relationTo' in field && typeof field.relationTo === 'string' ? field.relationTo : undefined;
  };

/** The methods as they were, each of the adapter that they belong to. */
const bound = (adapter: BaseDatabaseAdapter): DatabaseAdapter => {
  const methods = Object.entries(adapter).filter(([, value]) => typeof value === 'function');
  return Object.fromEntries(methods.map(([name, value]) => [name, value.bind(adapter)])) as unknown as DatabaseAdapter;
};

const asked = async ({ sealing, related }: Around, args: Asked): Promise<Asked> =>
  args.where ? { ...args, where: askedOfSealed(args.collection, args.where, await sealing.exact(), related) } : args;

const rowsOf = (around: Around): Partial<Methods> => {
  const stock = around.stock as unknown as Methods;
  const idOf = async ({ collection, id, where, req }: Asked): Promise<string | null> => {
    const found = id ?? (where && (await around.find(collection, where, req))?.id);
    return found === undefined || found === null ? null : String(found);
  };
  const create: Method = async (args) => {
    const { collection, data = {} } = args;
    if (!isSealedCollection(collection)) return stock.create(args);
    const id = String(data.id ?? randomUUID());
    const row = { ...(await sealedData(around, args, id, data)), id };
    return openedRow(around, collection, await stock.create({ ...args, data: row }));
  };
  /** Writes the row for which it seals, and no other that fits as well: nobody could open it there. */
  const writeOne: Method = async (args) => {
    const { collection, where, data = {} } = args;
    const id = await idOf(args);
    if (id === null) return args.options?.upsert ? create({ ...args, data }) : null;
    const row = await sealedData(around, args, id, data);
    // It may have changed meanwhile so that it fits no more
    const same = !args.id && where ? { where: { and: [where, { id: { equals: id } }] } } : {};
    return openedRow(around, collection, await stock.updateOne({ ...args, ...same, data: row }));
  };
  const updateOne: Method = async (given) => {
    const args = await asked(around, given);
    const { collection, data = {} } = args;
    if (touchesSealed(collection, data)) return writeOne(args);
    return openedRow(around, collection, await stock.updateOne(args));
  };
  const updateMany: Method = async (given) => {
    const args = await asked(around, orderedOpenly(given, around.related));
    const { collection, where = {}, data = {} } = args;
    if (!touchesSealed(collection, data)) return stock.updateMany(args);
    const { sort: _, limit, options: __, ...each } = args;
    const { data: ___, options: ____, returning: _____, ...of } = args;
    const found = (await stock.find({ ...of, ...everything, ...(limit && { limit }) } as Asked)) as Page;
    const docs: unknown[] = [];
    // Each row has a key of its own
    for (const { id } of found.docs as { id: string }[]) {
      const written = await writeOne({ ...each, where: { and: [where, { id: { equals: id } }] } });
      if (written !== null) docs.push(written);
    }
    return args.returning === false ? null : docs;
  };
  return {
    create,
    updateOne,
    updateMany,
    deleteMany: async (given) => stock.deleteMany(await asked(around, given)),
    deleteOne: async (given) => openedRow(around, given.collection, await stock.deleteOne(await asked(around, given))),
  };
};

const readsOf = (around: Around): Partial<Methods> => {
  const stock = around.stock as unknown as Methods;
  return {
    find: async (given) => {
      const ordered = orderedOpenly(given, around.related);
      return openedPage(around, given.collection, (await stock.find(await asked(around, ordered))) as Page);
    },
    findOne: async (given) => openedRow(around, given.collection, await stock.findOne(await asked(around, given))),
    findDistinct: async (given) => {
      const { collection, field = '' } = given;
      if (sealedFieldAt(collection, field, around.related)) throw new Failure('field-sealed', { field });
      return stock.findDistinct(await asked(around, given));
    },
    count: async (given) => stock.count(await asked(around, given)),
  };
};

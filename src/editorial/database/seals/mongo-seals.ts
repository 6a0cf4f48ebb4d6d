import { z } from 'zod';
import { placesOf, type SealPlace } from './places.ts';
import type { SealStore } from './seal-store.ts';

type Filter = Readonly<Record<string, unknown>>;

/** What is asked of a collection of the driver; the adapter’s own ways write instants along, or a whole version. */
interface Rows {
  updateMany(filter: Filter, change: Filter, options: { session?: unknown }): Promise<unknown>;
  findOne(filter: Filter, options: { projection: Filter }): Promise<unknown>;
  find(
    filter: Filter,
    options: { projection: Filter; sort?: Filter; limit?: number },
  ): {
    toArray(): Promise<unknown[]>;
  };
}

interface Adapter {
  readonly collections: Readonly<Record<string, { readonly collection: Rows }>>;
  readonly versions: Readonly<Record<string, { readonly collection: Rows }>>;
  readonly sessions: Readonly<Record<string, { inTransaction(): boolean } | undefined>>;
}

const text = z.string().nullish().catch(null);
const row = z.object({
  _id: z.unknown(),
  marking: text,
  seal: text,
  version: z.object({ marking: text, seal: text }).nullish(),
});
const markingRow = z.object({ _id: z.string(), seal: z.string() });

/** Names of the fields of a place, and of the one that says which document a row is of. */
const namesOf = ({ versions }: SealPlace) =>
  versions
    ? { marking: 'version.marking', seal: 'version.seal', subject: 'parent' }
    : { marking: 'marking', seal: 'seal', subject: '_id' };

/** MongoDB, and what speaks its protocol: every change is held against what was read, for there may be no transactions. */
export const mongoSeals = (database: unknown): SealStore => {
  const adapter = database as Adapter;
  const rowsOf = ({ collection, versions }: SealPlace): Rows => {
    const model = (versions ? adapter.versions : adapter.collections)[collection];
    if (!model) throw new Error(`No collection ${collection}`);
    return model.collection;
  };
  const sealsOf = async (ids: readonly string[]): Promise<Map<string, string>> => {
    const filter = { _id: { $in: ids } };
    const found = await adapter.collections.markings?.collection.find(filter, { projection: { seal: 1 } }).toArray();
    return new Map(
      z
        .array(markingRow)
        .parse(found ?? [])
        .map(({ _id, seal }) => [_id, seal]),
    );
  };
  return {
    // There may be no transactions, and another process of the studio beside this one
    holdsStill: async () => false,
    write: async ({ transactionID }, collection, { id, subjectId }, wanted) => {
      const known = adapter.sessions[String(await transactionID)];
      const options = known?.inTransaction() ? { session: known } : {};
      for (const place of placesOf(collection)) {
        const { marking, seal, subject } = namesOf(place);
        const filter = { [subject]: subjectId, [marking]: id, [seal]: { $ne: wanted } };
        await rowsOf(place).updateMany(filter, { $set: { [seal]: wanted } }, options);
      }
    },
    rowsAfter: async (place, after, limit) => {
      const { marking, seal } = namesOf(place);
      const filter = { [marking]: { $ne: null }, ...(after === undefined ? {} : { _id: { $gt: after } }) };
      const projection = { [marking]: 1, [seal]: 1 };
      const found = await rowsOf(place)
        .find(filter, { projection, sort: { _id: 1 }, limit })
        .toArray();
      const rows = z.array(row).parse(found);
      const borne = rows.map(({ _id, version, ...own }) => ({ id: _id, ...(place.versions ? version : own) }));
      const wanted = await sealsOf([...new Set(borne.flatMap((one) => one.marking ?? []))]);
      return borne.map((one) => ({
        ...{ id: one.id, seal: one.seal ?? null },
        wanted: wanted.get(one.marking ?? '') ?? '',
      }));
    },
    mend: async (place, rows) => {
      const { seal } = namesOf(place);
      for (const [key, same] of Map.groupBy(rows, (one) => JSON.stringify([one.seal, one.wanted]))) {
        const [borne, wanted] = JSON.parse(key) as [string | null, string];
        const filter = { _id: { $in: same.map(({ id }) => id) }, [seal]: borne };
        await rowsOf(place).updateMany(filter, { $set: { [seal]: wanted } }, {});
      }
    },
    lacks: async (place) => {
      const { marking, seal } = namesOf(place);
      const newest = place.versions ? { latest: true } : {};
      const filter = { ...newest, [seal]: null, [marking]: { $ne: null } };
      return (await rowsOf(place).findOne(filter, { projection: { _id: 1 } })) !== null;
    },
  };
};

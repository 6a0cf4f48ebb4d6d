import { sql } from '@payloadcms/db-sqlite';
import type { SqliteAdapter } from '../one-writer-at-a-time.ts';
import { draftedCollections, placesOf, type SealPlace } from './places.ts';
import type { SealStore } from './seal-store.ts';

type Query = ReturnType<typeof sql.raw>;

interface Session {
  run(query: Query): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

/** Names of the table and the columns of a place. */
const namesOf = ({ collection, versions }: SealPlace) => ({
  table: sql.identifier(versions ? `_${collection}_v` : collection),
  marking: sql.identifier(versions ? 'version_marking_id' : 'marking_id'),
  seal: sql.identifier(versions ? 'version_seal' : 'seal'),
});

const writing = async (adapter: SqliteAdapter, within: unknown, work: (db: Session) => Promise<void>) => {
  const known = adapter.sessions[String(await within)];
  if (known) return work(known.db as Session);
  const own = await adapter.beginTransaction();
  if (own === null) throw new Error('No transaction for seals');
  try {
    await work(adapter.sessions[String(own)]?.db as Session);
    await adapter.commitTransaction(own);
  } catch (error) {
    await adapter.rollbackTransaction(own);
    throw error;
  }
};

/** The embedded database: a seal is found by its marking, and mended by what the marking says at that very moment. */
export const sqliteSeals = (database: unknown): SealStore => {
  const adapter = database as SqliteAdapter;
  const reading = () => adapter.drizzle as unknown as Session;
  return {
    holdsStill: async ({ transactionID }) => adapter.sessions[String(await transactionID)] !== undefined,
    write: ({ transactionID }, collection, { id }, wanted) =>
      writing(adapter, transactionID, async (db) => {
        for (const { table, marking, seal } of placesOf(collection).map(namesOf))
          await db.run(
            sql`UPDATE ${table} SET ${seal} = ${wanted} WHERE ${marking} = ${id} AND ${seal} IS NOT ${wanted}`,
          );
      }),
    rowsAfter: async (place, after, limit) => {
      const { table, marking, seal } = namesOf(place);
      const behind = after === undefined ? sql`` : sql` AND t.id > ${after}`;
      const { rows } = await reading().run(
        sql`SELECT t.id AS id, t.${seal} AS seal, COALESCE(markings.seal, '') AS wanted FROM ${table} AS t
            LEFT JOIN markings ON markings.id = t.${marking}
            WHERE t.${marking} IS NOT NULL${behind} ORDER BY t.id LIMIT ${limit}`,
      );
      return rows.map(({ id, seal: borne, wanted }) => ({
        ...{ id, wanted: String(wanted) },
        seal: borne === null ? null : String(borne),
      }));
    },
    mend: (place, rows) =>
      writing(adapter, undefined, async (db) => {
        const { table, marking, seal } = namesOf(place);
        const ids = sql.join(
          rows.map(({ id }) => sql`${id}`),
          sql`, `,
        );
        await db.run(
          sql`UPDATE ${table} AS t SET ${seal} = COALESCE((SELECT seal FROM markings WHERE id = t.${marking}), '')
              WHERE t.id IN (${ids})`,
        );
      }),
    lacks: async (place) => {
      const { table, marking, seal } = namesOf(place);
      const newest = place.versions && draftedCollections.includes(place.collection) ? sql` AND latest = 1` : sql``;
      const { rows } = await reading().run(
        sql`SELECT 1 FROM ${table} WHERE ${seal} IS NULL AND ${marking} IS NOT NULL${newest} LIMIT 1`,
      );
      return rows.length > 0;
    },
  };
};

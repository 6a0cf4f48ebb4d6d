import type { Payload, Where } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';

/** A row of the audit log as the database gives it, of which only what it is found by has been looked at. */
export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly row: unknown;
}

const found = z.object({
  id: z.string(),
  at: z.union([z.string(), z.date()]).transform((value) => new Date(value).toISOString()),
});

const page = 500;

/** Rows of the database; `database-unreachable` where it does not answer. */
const find = async (payload: Payload, where: Where, limit: number): Promise<AuditRow[]> => {
  try {
    const { docs } = await payload.db.find({ collection: 'audit', where, limit, pagination: false, sort: 'at' });
    return docs.flatMap((row: unknown) => {
      const read = found.safeParse(row);
      return read.success ? [{ ...read.data, row }] : [];
    });
  } catch (cause) {
    throw new Failure('database-unreachable', {}, { cause });
  }
};

/** All rows from an instant on, oldest first, by pages. A page grows where more rows than it holds are of one instant. */
export async function* rowsSince(payload: Payload, since: Date): AsyncGenerator<AuditRow[]> {
  let [from, limit] = [since.toISOString(), page];
  let known = new Set<string>();
  for (;;) {
    const rows = await find(payload, { at: { greater_than_equal: from } }, limit);
    yield rows.filter(({ id }) => !known.has(id));
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    limit = last.at === from ? limit * 2 : page;
    from = last.at;
    known = new Set(rows.filter(({ at }) => at === last.at).map(({ id }) => id));
  }
}

/** Rows by their ids. */
export const rowsById = async (payload: Payload, ids: readonly string[]): Promise<Map<string, unknown>> =>
  new Map((await find(payload, { id: { in: [...ids] } }, ids.length)).map(({ id, row }) => [id, row]));

/** How many rows there are. */
export const countRows = async (payload: Payload): Promise<number> => {
  try {
    return (await payload.db.count({ collection: 'audit', where: {} })).totalDocs;
  } catch (cause) {
    throw new Failure('database-unreachable', {}, { cause });
  }
};

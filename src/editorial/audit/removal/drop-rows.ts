import type { Payload } from 'payload';
import { rowsSince } from '../../gate/audit/audit-rows.ts';
import { readNothing, readRemovals } from '../../gate/audit/removal-files.ts';
import type { RemovalRecord } from '../../gate/audit/removal-record.ts';
import { findRemovals, moveRemoval, type Removal } from './removals.ts';
import { openRemovedKeys, type RemovedKeys } from './removed-keys.ts';

/** Deletes the rows of lines that some records have removed, up to the last instant that any of them names. */
const dropThose = async (payload: Payload, keys: RemovedKeys, records: readonly RemovalRecord[]): Promise<number> => {
  const numbers = new Set(records.map(({ number }) => number));
  const befores = records.flatMap(({ kinds }) => kinds.map(({ before }) => before)).sort();
  const last = befores.at(-1) ?? '';
  let dropped = 0;
  for await (const rows of rowsSince(payload, new Date(0))) {
    const ids = rows.map(({ id }) => id).filter((id) => numbers.has(keys.recordOf(id) ?? 0));
    if (ids.length > 0) await payload.db.deleteMany({ collection: 'audit', where: { id: { in: ids } } });
    dropped += ids.length;
    if ((rows.at(-1)?.at ?? '') >= last) break;
  }
  return dropped;
};

/** Closes requests of which the gate has found no line left. @returns the others */
const closeEmpty = async (payload: Payload, dir: string, agreed: readonly Removal[]): Promise<Removal[]> => {
  if (agreed.length === 0) return [];
  const nothing = await readNothing(dir);
  for (const removal of agreed)
    if (nothing.has(removal.id)) await moveRemoval({ payload }, removal, { state: 'done', lines: 0 });
  return agreed.filter(({ id }) => !nothing.has(id));
};

/**
 * Deletes the rows of lines whose content the gate has removed: those very rows, and none that the log does not know as removed.
 * @param dir folder of the log
 * @param scope `agreed`: of requests that are not closed yet; `all`: also rows that somebody has put back since, as with a copy of the
 *   database from before
 * @returns rows that are gone
 */
export const dropRemovedRows = async (
  payload: Payload,
  dir: string,
  scope: 'agreed' | 'all' = 'agreed',
): Promise<number> => {
  const agreed = await findRemovals({ payload }, { state: { equals: 'agreed' } });
  const open = await closeEmpty(payload, dir, agreed);
  if (open.length === 0 && scope === 'agreed') return 0;
  const records = (await readRemovals(dir, null)).map(({ value }) => value);
  const wanted = records.filter(({ request }) => scope === 'all' || open.some(({ id }) => id === request));
  if (wanted.length === 0) return 0;
  using keys = await openRemovedKeys(dir);
  // Once the gate has removed every line of it, not before
  const whole = wanted.filter(({ number, lines }) => keys.linesOf(number) === lines);
  const dropped = await dropThose(payload, keys, whole);
  for (const { request, number, lines } of whole) {
    const removal = open.find(({ id }) => id === request);
    if (removal) await moveRemoval({ payload }, removal, { state: 'done', record: number, lines });
  }
  return dropped;
};

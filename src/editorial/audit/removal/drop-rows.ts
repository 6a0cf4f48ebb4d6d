import type { Payload } from 'payload';
import { readLines } from '#audit-log/read-lines.ts';
import { isRemoved, readRemoved, removedKey } from '#audit-log/removed.ts';
import { rowsSince } from '../../gate/audit/audit-rows.ts';
import { readRemovals } from '../../gate/audit/removal-files.ts';
import type { ReadRemoval } from '../../gate/audit/removal-record.ts';
import { findRemovals, moveRemoval, type Removal } from './removals.ts';

/** By what the rows of a removal are known, once the gate has removed every line of it; null: it has not yet. */
const keysOf = async (dir: string, { value }: ReadRemoval): Promise<Set<string> | null> => {
  const keys = new Set<string>();
  for await (const { bytes } of readLines(dir)) {
    if (!isRemoved(bytes)) continue;
    const { removed } = readRemoved(bytes);
    if (removed.by === value.number) keys.add(removed.key);
  }
  return keys.size === value.lines ? keys : null;
};

const dropThose = async (payload: Payload, keys: ReadonlySet<string>, { kinds }: Removal): Promise<number> => {
  const last =
    kinds
      .map(({ before }) => before)
      .sort()
      .at(-1) ?? '';
  let dropped = 0;
  for await (const rows of rowsSince(payload, new Date(0))) {
    const ids = rows.map(({ id }) => id).filter((id) => keys.has(removedKey(id)));
    if (ids.length > 0) await payload.db.deleteMany({ collection: 'audit', where: { id: { in: ids } } });
    dropped += ids.length;
    if ((rows.at(-1)?.at ?? '') >= last) break;
  }
  return dropped;
};

/**
 * Deletes the rows of lines whose content the gate has removed: those very rows, and none that the log does not know as removed.
 * @param dir folder of the log
 * @returns rows that are gone
 */
export const dropRemovedRows = async (payload: Payload, dir: string): Promise<number> => {
  const agreed = await findRemovals({ payload }, { state: { equals: 'agreed' } });
  if (agreed.length === 0) return 0;
  const records = await readRemovals(dir, null);
  let dropped = 0;
  for (const removal of agreed) {
    const record = records.find(({ value }) => value.request === removal.id);
    const keys = record ? await keysOf(dir, record) : null;
    if (!record || !keys) continue;
    dropped += await dropThose(payload, keys, removal);
    const { number, lines } = record.value;
    await moveRemoval({ payload }, removal, { state: 'done', record: number, lines });
  }
  return dropped;
};

import { csvOf } from '../../words/csv.ts';
import type { HistoryEntry } from './entries.ts';

const columns = [
  'at',
  'kind',
  'action',
  'by',
  'byId',
  'revision',
  'field',
  'before',
  'after',
  'reason',
  'facts',
] as const;

/** One row for each field that a save changed, one for everything else. */
const rowsOf = ({ at, kind, action, by, revision, changes, reason, facts }: HistoryEntry): unknown[][] => {
  const head = [at, kind, action, by?.name, by?.id, revision];
  const rows = (changes ?? []).map(({ field, before, after }) => [...head, field, before, after, reason, facts]);
  return rows.length > 0 ? rows : [[...head, '', '', '', reason, facts]];
};

/** A history as CSV (RFC 4180), in UTF-8 with the mark by which table programs know it. */
export const historyCsv = (entries: readonly HistoryEntry[]): string => csvOf([columns, ...entries.flatMap(rowsOf)]);

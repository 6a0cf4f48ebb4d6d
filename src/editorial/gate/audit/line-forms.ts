import { type AuditEntry, entryBytes } from '#audit-log/entry.ts';
import { csvMark, csvRow } from '../../words/csv.ts';

/** How exported lines are written. */
export const lineForms = ['ndjson', 'csv'] as const;
export type LineForm = (typeof lineForms)[number];

const columns = [
  'at',
  'who',
  'actor',
  'action',
  'collection',
  'documentId',
  'outcome',
  'code',
  'times',
  'lastAt',
  'again',
  'id',
  'station',
  'count',
  'about',
] as const;

/** A line that is missing, or that tells of a removal, stands in the table as an act of its own, with the numbers that never came. */
const cellsOf = (entry: AuditEntry): readonly unknown[] => {
  if ('line' in entry) return columns.map((column) => entry.line[column]);
  if ('removal' in entry) {
    const { at, lines, number } = entry.removal;
    const told: Partial<Record<(typeof columns)[number], unknown>> = { at, action: 'removed', times: lines };
    return columns.map((column) => (column === 'about' ? `record=${number}` : (told[column] ?? null)));
  }
  const { noticedAt, station, from, to } = entry.gap;
  const told: Partial<Record<(typeof columns)[number], unknown>> = {
    at: noticedAt,
    action: 'missing',
    times: to - from + 1,
    station,
    count: from === to ? from : `${from}-${to}`,
  };
  return columns.map((column) => told[column] ?? null);
};

/** What a line can be counted by: for whoever must not know how many there are. */
const counting = ['station', 'count', 'voided'] as const;

/** The same of what is no line of anybody: how many are missing or were removed, and by which record. */
const countingOf = (entry: AuditEntry): readonly string[] =>
  'line' in entry ? counting : [...counting, 'times', 'about'];

const withoutCounts = (entry: AuditEntry): unknown => {
  if (!('line' in entry)) return 'gap' in entry ? { gap: { noticedAt: entry.gap.noticedAt } } : { removal: {} };
  return {
    line: Object.fromEntries(Object.entries(entry.line).filter(([name]) => !counting.some((one) => one === name))),
  };
};

/** What stands before the first line. */
export const headOf: Readonly<Record<LineForm, string>> = {
  ndjson: '',
  csv: csvMark + csvRow(['n', ...columns]),
};

/**
 * One entry of the log with its end: as NDJSON in the very bytes that are chained and that are a leaf of the tree, so that it
 * can be proved by itself; as CSV a row that no table program takes for a formula.
 */
export const formOf: Readonly<Record<LineForm, (entry: AuditEntry) => string>> = {
  ndjson: (entry) => `${entryBytes(entry, entry.n, entry.previous).toString('utf8')}\n`,
  csv: (entry) => csvRow([entry.n, ...cellsOf(entry)]),
};

/** The same for whoever is not cleared for every line: without numbers and hashes, by which those that are left out could be counted. */
export const bareFormOf: Readonly<Record<LineForm, (entry: AuditEntry) => string>> = {
  ndjson: (entry) => `${JSON.stringify(withoutCounts(entry))}\n`,
  csv: (entry) => {
    const [cells, untold] = [cellsOf(entry), countingOf(entry)];
    return csvRow(['', ...columns.map((column, at) => (untold.includes(column) ? '' : cells[at]))]);
  },
};

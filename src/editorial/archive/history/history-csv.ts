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

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** A cell that no table program takes for a formula. */
const cell = (value: unknown): string => {
  const text = textOf(value);
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** One row for each field that a save changed, one for everything else. */
const rowsOf = ({ at, kind, action, by, revision, changes, reason, facts }: HistoryEntry): string[] => {
  const head = [at, kind, action, by?.name, by?.id, revision];
  const rows = (changes ?? []).map(({ field, before, after }) => [...head, field, before, after, reason, facts]);
  return (rows.length > 0 ? rows : [[...head, '', '', '', reason, facts]]).map((row) => row.map(cell).join(','));
};

/** A history as CSV (RFC 4180), in UTF-8 with the mark by which table programs know it. */
export const historyCsv = (entries: readonly HistoryEntry[]): string =>
  `\uFEFF${[columns.join(','), ...entries.flatMap(rowsOf)].join('\r\n')}\r\n`;

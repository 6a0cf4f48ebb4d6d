import { csvCell } from '../../csv-cell.ts';
import type { CustodyAct } from './custody.ts';

const columns = [
  'at',
  'act',
  'name',
  'by',
  'field',
  'role',
  'segment',
  'sourceRevision',
  'source',
  'target',
] as const satisfies readonly (keyof CustodyAct)[];

/** Acts as CSV (RFC 4180), in UTF-8 with the mark by which table programs know it; the oldest first. */
export const custodyCsv = (acts: readonly CustodyAct[]): string => {
  const rows = acts
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map((act) => columns.map((column) => csvCell(act[column])).join(','));
  return `\uFEFF${[columns.join(','), ...rows].join('\r\n')}\r\n`;
};

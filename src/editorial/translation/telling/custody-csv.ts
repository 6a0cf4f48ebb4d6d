import { csvCell } from '../../csv-cell.ts';
import type { CustodyAct, custodyOf } from './custody.ts';

type Custody = Pick<Awaited<ReturnType<typeof custodyOf>>, 'acts' | 'segments'>;

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

/**
 * Acts as CSV (RFC 4180), in UTF-8 with the mark by which table programs know it; the oldest first. Each line ends with what
 * the passage says now on either side, so that a person knows which one it is about; the fingerprints before it say whether
 * the act was about these words.
 */
export const custodyCsv = ({ acts, segments }: Custody): string => {
  const texts = new Map(segments.map(({ segment, source, target }) => [segment, [source, target]]));
  const rows = acts
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map((act) => [...columns.map((column) => act[column]), ...(texts.get(act.segment) ?? ['', ''])]);
  const lines = [[...columns, 'sourceText', 'targetText'], ...rows].map((row) => row.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
};

import { csvOf } from '../words/csv.ts';
import type { Fate } from './ingest.ts';

const columns = ['file', 'outcome', 'code', 'lacks', 'id', 'sha256', 'bytes', 'reading'] as const;

const rowOf = ({ file, outcome, code, lacks, id, sha256, bytes, reading }: Fate): unknown[] => [
  ...[file, outcome, code, lacks.join(' '), id, sha256, bytes, reading?.text],
];

/** Every file's fate as CSV (RFC 4180), in UTF-8 with the mark by which table programs know it. */
export const fatesCsv = (fates: readonly Fate[]): string => csvOf([columns, ...fates.map(rowOf)]);

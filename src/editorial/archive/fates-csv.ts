import { csvOf } from '../words/csv.ts';
import type { Fate } from './ingest.ts';

const columns = ['file', 'outcome', 'code', 'lacks', 'id', 'sha256', 'bytes', 'reading'] as const;

/** A file’s fate as it leaves: of a picture whose copies are counted neither name nor length goes along. */
export type LeavingFate = Omit<Fate, 'bytes'> & { readonly bytes: number | null };

const rowOf = ({ file, outcome, code, lacks, id, sha256, bytes, reading }: LeavingFate): unknown[] => [
  ...[file, outcome, code, lacks.join(' '), id, sha256, bytes, reading?.text],
];

/** Every file's fate as CSV (RFC 4180), in UTF-8 with the mark by which table programs know it. */
export const fatesCsv = (fates: readonly LeavingFate[]): string => csvOf([columns, ...fates.map(rowOf)]);

import type { Fate } from './ingest.ts';

const columns = ['file', 'outcome', 'code', 'lacks', 'id', 'sha256', 'bytes', 'reading'] as const;

/** A cell that no table program takes for a formula, whatever a file is called. */
const cell = (value: string): string => {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const rowOf = ({ file, outcome, code, lacks, id, sha256, bytes, reading }: Fate): string =>
  [file, outcome, code ?? '', lacks.join(' '), id ?? '', sha256 ?? '', String(bytes), reading?.text ?? '']
    .map(cell)
    .join(',');

/** Every file's fate as CSV (RFC 4180), in UTF-8 with the mark by which table programs know it. */
export const fatesCsv = (fates: readonly Fate[]): string =>
  `\uFEFF${[columns.join(','), ...fates.map(rowOf)].join('\r\n')}\r\n`;

import type { Concept, TermForm } from './concept.ts';
import { type CsvColumn, csvColumns } from './csv-columns.ts';

/**
 * A cell that no table program takes for a formula. A cell that looks like one already gets one mark more, so that reading
 * takes away what writing put there and nothing else.
 */
const cell = (text: string): string => {
  const plain = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const rowOf = ({ id, kind, definition = '' }: Concept, form: TermForm): Record<CsvColumn, string> => ({
  concept: id,
  kind,
  definition,
  language: form.locale,
  term: form.term,
  traditional: form.traditional ?? '',
  status: form.status,
  reason: form.reason ?? '',
  note: form.note ?? '',
  source: form.source ?? '',
  validFrom: form.validFrom ?? '',
  validUntil: form.validUntil ?? '',
  stops: form.stops ? 'yes' : 'no',
});

/** A registry as CSV (RFC 4180), in UTF-8 with the mark by which table programs know it: one row for each form. */
export const writeCsv = (concepts: Iterable<Concept>): string => {
  const rows = [...concepts].flatMap((concept) => concept.forms.map((form) => rowOf(concept, form)));
  const lines = rows.map((row) => csvColumns.map((column) => cell(row[column])).join(','));
  return `\uFEFF${[csvColumns.join(','), ...lines].join('\r\n')}\r\n`;
};

import { csvCell } from '../csv-cell.ts';

/** One row of a table with its end; no cell of it can be a formula, whatever people have written there. */
export const csvRow = (values: readonly unknown[]): string => `${values.map(csvCell).join(',')}\r\n`;

/** The mark by which table programs know UTF-8. */
export const csvMark = '\uFEFF';

/** A table as CSV (RFC 4180). */
export const csvOf = (rows: Iterable<readonly unknown[]>): string => csvMark + Array.from(rows, csvRow).join('');

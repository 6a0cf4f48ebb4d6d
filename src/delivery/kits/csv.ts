/** Programs for tables would take such a cell for a formula; they show an apostrophe before it as nothing. */
const isFormula = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell);

const cellOf = (value: string): string => {
  const safe = isFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A table as RFC 4180 has it, in UTF-8 with a byte order mark: without one Excel reads it as something else.
 * @param rows the first one names the columns
 */
export const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`\u{FEFF}${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`);

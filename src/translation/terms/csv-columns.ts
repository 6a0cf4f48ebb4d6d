/** Columns of a registry as a table, in the order in which they are written; one row for each form. */
export const csvColumns = [
  'concept',
  'kind',
  'definition',
  'language',
  'term',
  'traditional',
  'status',
  'reason',
  'note',
  'source',
  'validFrom',
  'validUntil',
  'stops',
] as const;
export type CsvColumn = (typeof csvColumns)[number];

/** Columns without which no row says anything. */
export const neededColumns: readonly CsvColumn[] = ['concept', 'kind', 'language', 'term', 'status'];

export const isCsvColumn = (name: string): name is CsvColumn => csvColumns.some((one) => one === name);

import { parse } from 'csv-parse/sync';
import { Failure } from '#errors/failure.ts';
import { isStudioLocale } from '#languages/locales.ts';
import { type Concept, isConceptKind, isTermStatus, type TermForm } from './concept.ts';
import { type CsvColumn, isCsvColumn, neededColumns } from './csv-columns.ts';
import { conceptId, isDay, isName, longestForm } from './form-bounds.ts';

type Row = Readonly<Partial<Record<CsvColumn, string>>>;

/** Offices of different countries write different ones: the one that stands most often among the column names. */
const delimiterOf = (text: string): string => {
  const [head = ''] = text.split('\n', 1);
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};

/** What writing put before a formula is taken away again. */
const bare = (value: string): string => (/^'+[=+\-@\t\r]/.test(value) ? value.slice(1) : value).normalize('NFC');

const tableOf = (text: string): { head: string[]; rows: string[][] } => {
  try {
    const [head = [], ...rows] = parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      delimiter: delimiterOf(text),
    }) as string[][];
    return { head, rows };
  } catch (cause) {
    const line = cause instanceof Error && 'lines' in cause ? Number(cause.lines) : 1;
    throw new Failure('names-file-malformed', { line }, { cause });
  }
};

const columnsOf = (head: readonly string[]): CsvColumn[] => {
  const columns = head.map((name) => {
    if (!isCsvColumn(name)) throw new Failure('names-column-unknown', { column: name.slice(0, 60) });
    return name;
  });
  const missing = neededColumns.find((name) => !columns.includes(name));
  if (missing) throw new Failure('names-column-missing', { column: missing });
  return columns;
};

const refuse = (row: number, column: CsvColumn, value = ''): never => {
  throw new Failure('names-cell-invalid', { row, column, value: value.slice(0, 60) });
};

const yes = new Set(['yes', 'true', '1']);
const no = new Set(['no', 'false', '0']);

const stopsOf = (row: Row, at: number): boolean => {
  const value = (row.stops ?? '').toLowerCase();
  if (value === '') return row.status === 'forbidden';
  if (!yes.has(value) && !no.has(value)) refuse(at, 'stops', value);
  return yes.has(value);
};

const optional = ['reason', 'note', 'source', 'validFrom', 'validUntil', 'traditional'] as const;

const formOf = (row: Row, at: number): TermForm => {
  const { language = '', term = '', status = '' } = row;
  const locale = language === 'zh-Hans' ? 'zh' : language;
  if (!isStudioLocale(locale)) return refuse(at, 'language', language);
  if (!isTermStatus(status)) return refuse(at, 'status', status);
  if (!isName(term) || term.length > longestForm.term) refuse(at, 'term', term);
  for (const name of optional) if ((row[name] ?? '').length > longestForm[name]) refuse(at, name, row[name]);
  for (const name of ['validFrom', 'validUntil'] as const)
    if (row[name] && !isDay(row[name])) refuse(at, name, row[name]);
  if (row.traditional && locale !== 'zh') refuse(at, 'traditional', row.traditional);
  const more = Object.fromEntries(optional.flatMap((name) => (row[name] ? [[name, row[name]]] : [])));
  return { locale, term, status, ...more, stops: stopsOf(row, at) };
};

const readRow = (row: Row, at: number): Concept => {
  const { concept: id = '', kind = '', definition = '' } = row;
  if (!conceptId.test(id)) refuse(at, 'concept', id);
  if (!isConceptKind(kind)) return refuse(at, 'kind', kind);
  if (definition.length > longestForm.definition) refuse(at, 'definition', definition);
  return { id, kind, ...(definition ? { definition } : {}), forms: [formOf(row, at)] };
};

/**
 * Reads a registry as CSV: UTF-8, comma, semicolon or tab, a row of column names, then a row for each form; rows of one
 * concept say the same of it. Cells are text; what looks like a formula is text too.
 *
 * @returns concepts in the order in which the table first names them
 * @throws Failure `names-file-malformed` (line), `names-column-unknown`, `names-column-missing` (column),
 *   `names-cell-invalid` (row as a table program counts it, column, value)
 */
export const readCsv = (text: string): Concept[] => {
  const { head, rows } = tableOf(text);
  const columns = columnsOf(head);
  const concepts = new Map<string, Concept>();
  for (const [n, cells] of rows.entries()) {
    const at = n + 2;
    const row: Row = Object.fromEntries(columns.map((column, c) => [column, bare(cells[c] ?? '')]));
    const read = readRow(row, at);
    const known = concepts.get(read.id);
    if (known && known.kind !== read.kind) refuse(at, 'kind', read.kind);
    if (known?.definition && read.definition && known.definition !== read.definition)
      refuse(at, 'definition', read.definition);
    const joined = known ? { ...read, ...known, forms: [...known.forms, ...read.forms] } : read;
    concepts.set(read.id, joined);
  }
  return [...concepts.values()];
};

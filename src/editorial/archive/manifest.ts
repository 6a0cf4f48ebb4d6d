import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { describedLists, describedLocal, describedTerms, describedTexts } from '#collections/fields/described.ts';
import { Failure } from '#errors/failure.ts';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';

/** What a manifest says of one file. References are named by a slug of theirs, in whatever language. */
export interface Description {
  readonly words: Partial<Record<StudioLocale, Readonly<Partial<Record<Word, string>>>>>;
  readonly facts: Readonly<Partial<Record<Fact, string> & Record<List, readonly string[]>>>;
  readonly agency?: string;
  /** Slug or id. */
  readonly rightsRecord?: string;
  readonly topics: readonly string[];
  readonly places: readonly string[];
  /** Albums that it is put into, by slug or id. */
  readonly albums: readonly string[];
}

const wordNames = ['title', 'alt', 'caption', ...describedLocal] as const;
type Word = (typeof wordNames)[number];
const factNames = ['credit', 'creator', 'rights', 'takenOn', ...describedTexts, ...describedTerms] as const;
type Fact = (typeof factNames)[number];
type List = (typeof describedLists)[number];
const lists = ['topics', 'places', ...describedLists] as const;

const isWord = (name: string): name is Word => wordNames.some((one) => one === name);
const isFact = (name: string): name is Fact => factNames.some((one) => one === name);

/** Every column that there may be: `file`, `title.vi`, `credit`, `topics` … */
const columns = new Set<string>([
  'file',
  'agency',
  'album',
  'rightsRecord',
  ...factNames,
  ...lists,
  ...wordNames.flatMap((word) => studioLocales.map((locale) => `${word}.${locale}`)),
]);

type Row = Readonly<Record<string, string>>;

const textOf = (bytes: Uint8Array, file: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Failure('manifest-malformed', { file, line: 1 }, { cause });
  }
};

/** Offices of different countries write different ones: the one that stands most often among the column names. */
const delimiterOf = (text: string): string => {
  const [head = ''] = text.split('\n', 1);
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
};

const fromCsv = (text: string, file: string): Row[] => {
  try {
    const delimiter = delimiterOf(text);
    return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true, delimiter });
  } catch (cause) {
    const line = cause instanceof Error && 'lines' in cause ? Number(cause.lines) : 1;
    throw new Failure('manifest-malformed', { file, line }, { cause });
  }
};

const inJson = z.array(z.record(z.string(), z.union([z.string(), z.array(z.string())])));

const fromJson = (text: string, file: string): Row[] => {
  try {
    return inJson
      .parse(JSON.parse(text))
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, typeof value === 'string' ? value : value.join('|')]),
        ),
      );
  } catch (cause) {
    throw new Failure('manifest-malformed', { file, line: 1 }, { cause });
  }
};

const split = (value = '', marks: string | RegExp = '|'): string[] =>
  value
    .split(marks)
    .map((one) => one.trim())
    .filter(Boolean);

const describe = (row: Row): Description => {
  const words: Record<string, Record<string, string>> = {};
  const facts: Partial<Record<Fact, string> & Record<List, readonly string[]>> = {};
  for (const [name, value] of Object.entries(row).filter(([, given]) => given !== '')) {
    const [word = '', locale = ''] = name.split('.');
    if (isWord(word)) words[locale] = { ...words[locale], [word]: value };
    else if (isFact(name)) facts[name] = value;
  }
  for (const name of describedLists) if (row[name]) facts[name] = split(row[name]);
  const { agency, rightsRecord, topics, places, album } = row;
  const listed = { topics: split(topics), places: split(places), albums: split(album, /[;|]/) };
  const named = { ...(agency ? { agency } : {}), ...(rightsRecord ? { rightsRecord } : {}) };
  return { words, facts, ...listed, ...named };
};

/**
 * Reads a manifest: UTF-8, as CSV (comma, semicolon or tab) with a line of column names, or as a JSON list of objects. Cells are
 * text; what looks like a formula is text too. Several topics, places or keywords stand in one cell with `|` between them, several albums with `;` or `|`.
 *
 * @param name of the manifest's file, which tells the form by its ending
 * @returns descriptions by the name of the file that they describe, NFC
 * @throws Failure `manifest-malformed` (file, line), `manifest-column` (column), `manifest-repeated` (named)
 */
export const readManifest = (bytes: Uint8Array, name: string): ReadonlyMap<string, Description> => {
  const text = textOf(bytes, name);
  const rows = name.toLowerCase().endsWith('.json') ? fromJson(text, name) : fromCsv(text, name);
  const described = new Map<string, Description>();
  for (const row of rows) {
    const strange = Object.keys(row).find((column) => !columns.has(column));
    if (strange !== undefined) throw new Failure('manifest-column', { column: strange });
    if (!row.file) throw new Failure('manifest-column', { column: 'file' });
    const file = row.file.normalize('NFC');
    if (described.has(file)) throw new Failure('manifest-repeated', { named: file });
    described.set(file, describe(row));
  }
  return described;
};

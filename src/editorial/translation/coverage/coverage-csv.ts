import { ownNames, type StudioLocale } from '#languages/locales.ts';
import { isCountedSeal } from '../../copies/counted.ts';
import { csvMark, csvRow } from '../../words/csv.ts';
import { speak } from '../../words/speak.ts';
import { type IndexedDocument, none } from './index/coverage-document.ts';
import type { CoverageFile } from './index/coverage-file.ts';
import type { Namer } from './names.ts';
import { documentsIn, titleIn } from './page.ts';
import type { Sees } from './sight.ts';

export interface CsvOf {
  readonly file: Pick<CoverageFile, 'document'>;
  readonly rows: Uint32Array;
  /** What whoever asks may know of. */
  readonly sees: Sees;
  readonly languages: readonly StudioLocale[];
  /** Language of whoever asks, in which the table is worded. */
  readonly locale: StudioLocale;
  readonly namer: Namer;
}

const chunk = 500;

const headOf = ({ languages, locale }: CsvOf): string[] => {
  const say = (key: string, values = {}) => speak(locale, 'coverage', key, values);
  const ofLanguage = (one: StudioLocale): string[] => {
    const language = ownNames[one];
    return ['state', 'done', 'segments', 'public', 'people', 'translator', 'reviewer', 'due'].map((name) =>
      say(`csv.${name}`, { language }),
    );
  };
  const first = ['collection', 'id', 'title', 'source', 'topics', 'agency', 'changed'].map((name) =>
    say(`csv.${name}`),
  );
  return [...first, ...languages.flatMap(ofLanguage)];
};

const named = (values: readonly string[], nameOf: (value: string) => string | null): string =>
  values.flatMap((value) => (value === none ? [] : (nameOf(value) ?? []))).join('; ');

const rowOf = (document: IndexedDocument, { languages, locale, namer }: CsvOf): unknown[] => {
  const say = (key: string) => speak(locale, 'coverage', key);
  const { collection, id, source, facets, changed, cells } = document;
  const shared = [
    ...[speak(locale, 'fields', `${collection}.singular`), id, titleIn(document, locale).title, ownNames[source]],
    ...[named(facets.topic, namer.topic), named(facets.agency, namer.agency), new Date(changed).toISOString()],
  ];
  const ofLanguage = (one: StudioLocale): unknown[] => {
    const { state, done, of, published, people, work } = cells[one];
    const given = [work?.translator, work?.reviewer].map((id) => (id ? namer.person(id) : null));
    const cell = [say(`state.${state}`), done, of, say(published ? 'csv.yes' : 'csv.no'), named(people, namer.person)];
    return [...cell, ...given, work?.due ?? null];
  };
  return [...shared, ...languages.flatMap(ofLanguage)];
};

/**
 * The whole answer as a table for table programs, a part at a time: it may have many thousands of rows. What is marked higher before
 * its part is sent is left out, and so is whatever is marked above `internal`: a table that leaves the studio names no such title.
 */
export async function* coverageCsv(asked: CsvOf): AsyncGenerator<string> {
  yield csvMark + csvRow(headOf(asked));
  for (let at = 0; at < asked.rows.length; at += chunk) {
    const documents = documentsIn(asked.file, asked.rows.subarray(at, at + chunk));
    const seen = documents.filter(
      ({ sight }) => asked.sees(sight) && !isCountedSeal(sight.slice(sight.indexOf(' ') + 1)),
    );
    yield seen.map((document) => csvRow(rowOf(document, asked))).join('');
    // Others are answered in between
    await new Promise(setImmediate);
  }
}

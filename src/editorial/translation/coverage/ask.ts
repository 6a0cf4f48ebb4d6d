import type { StudioLocale } from '#languages/locales.ts';
import { findWords } from '../../beside/find-words.ts';
import { type Counted, countAll } from './count.ts';
import type { Columns } from './index/columns.ts';
import type { CoverageFile } from './index/coverage-file.ts';
import type { Orders } from './order.ts';
import { type Question, questionKey } from './question.ts';
import type { Sees } from './sight.ts';

/** The whole answer to a question, for one clearance. */
export interface Found extends Pick<Counted, 'states' | 'facets'> {
  /** Rows in order. */
  readonly rows: Uint32Array;
}

export interface Parts {
  readonly columns: Columns;
  readonly file: Pick<CoverageFile, 'find'>;
  readonly orders: Orders;
}

/** Per row whether it may be seen and its title is found: what may not be known of is left out before anything is counted. */
const visibleIn = ({ columns, file }: Parts, words: string, sees: Sees): Uint8Array => {
  const { codes, values } = columns.sight;
  const open = Uint8Array.from(values, ([sight]) => (sight !== undefined && sees(sight) ? 1 : 0));
  const visible = findWords(file.find, columns.size, words) ?? new Uint8Array(columns.size).fill(1);
  for (let row = 0; row < columns.size; row += 1)
    if (columns.ids[row] === null || !open[codes[row] ?? 0]) visible[row] = 0;
  return visible;
};

const answer = (parts: Parts, question: Question, sees: Sees, locale: StudioLocale): Found => {
  const { fits, states, facets } = countAll(parts.columns, question, visibleIn(parts, question.words, sees));
  return { rows: parts.orders(question.sort, locale).filter((row) => fits[row]), states, facets };
};

/** Answers that are kept: somebody leafs through pages, and everybody opens the same first one. */
const kept = 32;

/** The same for everybody who may know of the same of what is there. */
const sightKey = ({ columns }: Parts, sees: Sees): string =>
  columns.sight.values.map(([sight]) => (sight !== undefined && sees(sight) ? 1 : 0)).join('');

/** Answers questions about the table of translations; the same question is answered from memory as long as nothing has changed. */
export const openAnswers = (parts: Parts) => {
  const known = new Map<string, { version: number; found: Found }>();
  return (question: Question, sees: Sees, locale: StudioLocale): Found => {
    const key = `${sightKey(parts, sees)} ${locale} ${questionKey(question)}`;
    const { version } = parts.columns;
    const before = known.get(key);
    if (before?.version === version) return before.found;
    const found = answer(parts, question, sees, locale);
    known.delete(key);
    known.set(key, { version, found });
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
    return found;
  };
};

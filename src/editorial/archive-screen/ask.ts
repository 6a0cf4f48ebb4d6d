import type { Covers } from '../beside/covers.ts';
import type { DictionaryColumn } from '../beside/dictionary.ts';
import { findWords } from '../beside/find-words.ts';
import type { ArchiveIndex } from './index/archive-index.ts';
import type { MomentName } from './index/columns.ts';

import { type FacetName, facetNames, orNone } from './index/picture.ts';
import { type Question, questionKey, type Sort } from './question.ts';

/** What somebody may know of. */
export interface Sight {
  readonly covers: Covers;
  /** A picture that is in other albums only is in none for them. */
  readonly knowsAlbum: (id: string) => boolean;
}

/** How many pictures have each value of a facet. */
export type Counts = Readonly<Record<string, number>>;

/** The whole answer to a question, for one clearance. */
export interface Found {
  /** Rows in order. */
  readonly rows: Uint32Array;
  /** Of each facet, counted among the pictures that fit everything else that is chosen. */
  readonly facets: Readonly<Record<FacetName, Counts>>;
  /** The same as long as the same pictures stand in the same order; made from what is seen alone. */
  readonly state: string;
}

type Values = DictionaryColumn['values'];

/** Whether each value, by its number, is one of the chosen. */
const fitting = (values: Values, chosen: readonly string[]): Uint8Array => {
  const wanted = new Set(chosen);
  return Uint8Array.from(values, (list) => (list.some((value) => wanted.has(value)) ? 1 : 0));
};

/** Per row: 0 where it must not be seen or found, 1 where it is found, 2 where it is found as typed. */
const seen = (index: ArchiveIndex, question: Question, covers: Covers): Uint8Array => {
  const { columns } = index;
  const { codes, values } = columns.texts.seal;
  const open = Uint8Array.from(values, ([seal]) => (seal !== undefined && covers(seal) ? 1 : 0));
  const ranks = findWords(index.file.find, columns.size, question.words) ?? new Uint8Array(columns.size).fill(1);
  for (let row = 0; row < columns.size; row += 1) {
    if (columns.ids[row] === null || !open[codes[row] ?? 0]) ranks[row] = 0;
  }
  return ranks;
};

interface Tally {
  readonly column: DictionaryColumn;
  /** Values by number, as far as they may be known. */
  readonly values: Values;
  readonly fits: Uint8Array | null;
  readonly counts: Uint32Array;
}

/**
 * Counts in one walk over all rows: a row that fits everything counts for every facet, one that fails in a single facet
 * counts for that one, whose other values one may want to see. Leaves in `ranks` what fits everything.
 */
const tally = (ranks: Uint8Array, tallies: readonly Tally[]): void => {
  const asking = tallies.filter(({ fits }) => fits !== null);
  for (let row = 0; row < ranks.length; row += 1) {
    if (!ranks[row]) continue;
    let failed: Tally | null = null;
    let failures = 0;
    for (const one of asking) {
      if (one.fits?.[one.column.codes[row] ?? 0]) continue;
      failed = one;
      failures += 1;
    }
    if (failures > 0) ranks[row] = 0;
    if (failures === 0) for (const one of tallies) count(one, row);
    else if (failures === 1 && failed) count(failed, row);
  }
};

const count = ({ column, counts }: Tally, row: number): void => {
  const code = column.codes[row] ?? 0;
  counts[code] = (counts[code] ?? 0) + 1;
};

const countsOf = ({ values, counts }: Tally): Counts => {
  const found: Record<string, number> = {};
  counts.forEach((many, code) => {
    if (many > 0) for (const value of values[code] ?? []) found[value] = (found[value] ?? 0) + many;
  });
  return found;
};

const byMoment: Record<Sort, MomentName> = {
  best: 'added',
  added: 'added',
  'added-first': 'added',
  changed: 'changed',
  taken: 'taken',
  'taken-first': 'taken',
};

const inOrder = ({ orders }: ArchiveIndex, { sort, words }: Question, ranks: Uint8Array): Uint32Array => {
  const rows = orders.by(byMoment[sort]).filter((row) => ranks[row]);
  if (sort.endsWith('-first')) rows.reverse();
  if (sort !== 'best' || words === '') return rows;
  const [best, others] = [rows.filter((row) => ranks[row] === 2), rows.filter((row) => ranks[row] !== 2)];
  rows.set(best);
  rows.set(others, best.length);
  return rows;
};

/** A sum over what is seen: FNV-1a over the ids' first letters, which are random. */
const stateOf = ({ columns }: ArchiveIndex, rows: Uint32Array): string => {
  let sum = 0x811c9dc5;
  for (const row of rows) {
    const id = columns.ids[row] ?? '';
    const changed = columns.moments.changed[row] ?? 0;
    for (let at = 0; at < 8; at += 1) sum = Math.imul(sum ^ id.charCodeAt(at), 0x01000193);
    sum = Math.imul(sum ^ (changed | 0), 0x01000193);
  }
  return `${rows.length}-${(sum >>> 0).toString(36)}`;
};

const seenValues = (name: FacetName, { values }: DictionaryColumn, { knowsAlbum }: Sight): Values =>
  name === 'album' ? values.map((list) => orNone(list.filter(knowsAlbum))) : values;

const answer = (index: ArchiveIndex, question: Question, sight: Sight): Found => {
  const { columns } = index;
  const ranks = seen(index, question, sight.covers);
  const tallies = facetNames.map((name): Tally => {
    const column = columns.facets[name];
    const chosen = question.chosen[name];
    const values = seenValues(name, column, sight);
    return { column, values, fits: chosen ? fitting(values, chosen) : null, counts: new Uint32Array(values.length) };
  });
  tally(ranks, tallies);
  const rows = inOrder(index, question, ranks);
  const facets = Object.fromEntries(
    facetNames.map((name, at) => [name, countsOf(tallies[at] as Tally)]),
  ) as Found['facets'];
  return { rows, facets, state: stateOf(index, rows) };
};

/** Answers that are kept, since one screen asks for the same with its grid, its facets and its shape. */
const kept = 24;

/** The same for everybody who may know of the same of what is there. */
const sightKey = ({ columns }: ArchiveIndex, { covers, knowsAlbum }: Sight): string => {
  const bits = (values: Iterable<string>, known: (value: string) => boolean): string =>
    Array.from(values, (value) => (known(value) ? 1 : 0)).join('');
  const albums = new Set(columns.facets.album.values.flat());
  return `${bits(columns.texts.seal.values.flat(), covers)} ${bits(albums, knowsAlbum)}`;
};

/**
 * Answers questions about the archive. What is above a clearance is left out before anything is counted, searched or put
 * in order.
 */
export const openAnswers = (index: ArchiveIndex) => {
  const known = new Map<string, { version: number; found: Found }>();
  return (question: Question, sight: Sight): Found => {
    const key = `${sightKey(index, sight)} ${questionKey(question)}`;
    const before = known.get(key);
    if (before?.version === index.columns.version) return before.found;
    const found = answer(index, question, sight);
    known.delete(key);
    known.set(key, { version: index.columns.version, found });
    const [oldest] = known.keys();
    if (known.size > kept && oldest !== undefined) known.delete(oldest);
    return found;
  };
};

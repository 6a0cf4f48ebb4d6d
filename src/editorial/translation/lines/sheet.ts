import type { PayloadRequest } from 'payload';
import type { TranslationState } from '#collections/translations.ts';
import type { StudioLocale } from '#languages/locales.ts';
import type { Segment } from '#translation/segments/segment.ts';
import { stateBy } from '../../release/vouched.ts';
import { isPublished, segmentsIn, type Translatable } from '../document.ts';
import type { LedgerRow } from '../ledger/row.ts';
import type { Told } from '../ledger/store.ts';
import { saidPairs, vouchedOf } from '../ledger/vouched-of.ts';
import { cellOf } from './cell-of.ts';
import { type Line, printOf } from './line.ts';
import type { LineState } from './line-states.ts';
import { pairUp } from './pair-up.ts';
import { type Counts, countStates, stateOf } from './state-of.ts';

/** The segments of a document that a language is worked on with. */
export interface Words {
  readonly source: readonly Segment[];
  readonly target: readonly Segment[];
  /** As the public reads them; none where it does not. */
  readonly publicSource: readonly Segment[];
  readonly publicTarget: readonly Segment[];
  readonly isLate: boolean;
}

export interface StatedLine extends Line {
  readonly state: LineState;
}

/** One language of a document, segment by segment, and how it stands. */
export interface Sheet {
  readonly lines: readonly StatedLine[];
  readonly counts: Counts;
  readonly state: TranslationState;
}

const dateIn = (document: Translatable, field: string, locale: StudioLocale): string => {
  const dates = document.published[field];
  const value = dates !== null && typeof dates === 'object' ? (dates as Record<string, unknown>)[locale] : null;
  return typeof value === 'string' ? value : '';
};

/** Whether the source was published again after this language, which is all that is known where nothing is remembered. */
const isLate = (document: Translatable, locale: StudioLocale): boolean => {
  const [last, first] = ['lastPublished', 'firstPublished'].map((name) => dateIn(document, name, document.source));
  const at = dateIn(document, 'lastPublished', locale);
  return last !== first && at !== '' && (last ?? '') > at;
};

/** Reads what a language and its source say, now and to the public. */
export const wordsOf = (req: Pick<PayloadRequest, 'payload'>, document: Translatable, locale: StudioLocale): Words => {
  const read = (from: Translatable['draft'], language: StudioLocale) => segmentsIn(req, document, from, language);
  const inPublic = (language: StudioLocale): readonly Segment[] => {
    if (!isPublished(document, language)) return [];
    return read(document.published, language);
  };
  return {
    source: read(document.draft, document.source),
    target: read(document.draft, locale),
    publicSource: inPublic(document.source),
    publicTarget: inPublic(locale),
    isLate: isLate(document, locale),
  };
};

type Remembered = Pick<LedgerRow, 'units' | 'corrections'>;

/** Whether the public reads a text that a correction has made wrong. */
const isCorrected = ({ publicSource, publicTarget }: Words, row: Remembered): boolean =>
  row.corrections.length > 0 &&
  publicTarget.length > 0 &&
  publicSource.length > 0 &&
  stateBy(publicSource.map(printOf), publicTarget.map(printOf), vouchedOf(row)) === 'under-correction';

/** Puts words and memory together. */
export const sheetOf = (words: Words, row: Remembered): Sheet => {
  const { source, target } = words;
  const ground = { said: saidPairs(row.units), isLate: words.isLate && row.units.length === 0 };
  const lines = pairUp(source, target, row.units).map((line) => ({ ...line, state: stateOf(line, ground) }));
  const counts = countStates(lines.map(({ state }) => state));
  return { lines, counts, state: cellOf(counts, isCorrected(words, row)) };
};

/** What is kept with a row so that it can be asked for without reading the document. */
export const toldOf = (words: Words, row: Remembered): Told => toldBy(sheetOf(words, row), row);

/** The same, where the sheet is at hand. */
export const toldBy = ({ state, counts }: Sheet, row: Remembered): Told => ({
  state,
  counts,
  vouched: vouchedOf(row),
});

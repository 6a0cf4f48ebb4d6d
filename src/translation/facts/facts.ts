import type { StudioLocale } from '#languages/locales.ts';
import { readAddresses } from './addresses.ts';
import { without } from './claim.ts';
import { readDecades } from './dates/decades.ts';
import { readQuarters } from './dates/quarters.ts';
import { readDates, readLooseDates } from './dates/read-dates.ts';
import { readTimes } from './dates/times.ts';
import { readVietnameseOrdinals, readWeekdays } from './dates/weekdays.ts';
import { readYearSpans } from './dates/year-spans.ts';
import { readDocumentNumbers } from './document-numbers.ts';
import { type Fact, type Found, fact } from './fact.ts';
import { readMeasured } from './measures/measured.ts';
import { readNumbers } from './numbers/read-numbers.ts';
import { readPhones } from './phones.ts';
import { prepare } from './prepare.ts';

/** In this order: what one has read, the next does not see. */
const readers: readonly ((text: string, locale: StudioLocale) => Found[])[] = [
  readAddresses,
  readDocumentNumbers,
  readQuarters,
  readDates,
  readPhones,
  readDecades,
  readYearSpans,
  readTimes,
  readWeekdays,
  readVietnameseOrdinals,
  readLooseDates,
  (text, locale) => readMeasured(text, readNumbers(text, locale), locale),
];

/**
 * The facts of a text, in reading order, with values that are the same in every language.
 *
 * @param text of one segment, composed or not (NFC, NFD): the facts are the same
 * @param locale the language that the text is written in: it decides what `1.234` and `3/5` mean
 * @returns places are UTF-16 units of `text`; no two facts overlap, but for a span that money or a unit joins
 */
export const factsOf = (text: string, locale: StudioLocale): Fact[] => {
  const prepared = prepare(text);
  let left = prepared.text;
  const found: Found[] = [];
  for (const read of readers) {
    const more = read(left, locale);
    found.push(...more);
    left = without(left, more);
  }
  return found
    .map((one) => fact({ ...one, start: prepared.placeOf(one.start), end: prepared.placeOf(one.end) }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
};

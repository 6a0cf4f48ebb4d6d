import type { PayloadRequest } from 'payload';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { isPublished, type Stored, segmentsIn, type Translatable } from '../document.ts';
import { changeRow, emptyRow, readRow, readRows } from '../ledger/store.ts';
import { withUnits } from '../ledger/with-units.ts';
import { toldOf, wordsOf } from '../lines/sheet.ts';
import { type Correcting, correctionsAfter, seenUnits } from './follow-source.ts';
import { vouchedUnits } from './vouch.ts';

const moment = (document: Translatable, by: string | null) => ({
  by,
  at: new Date().toISOString(),
  revision: document.revision,
});

/** A language was published: whoever did it vouches for what nobody had decided on. */
export const followTranslation = async (
  req: PayloadRequest,
  document: Translatable,
  locale: StudioLocale,
  by: string | null,
): Promise<void> => {
  const words = wordsOf(req, document, locale);
  if (words.source.length === 0) return;
  await changeRow(req, emptyRow(document, locale, document.marking), (row) => {
    const units = vouchedUnits(words, row, moment(document, by));
    if (units.length === 0 && row.revision === 0) return null;
    const next = { ...row, units: withUnits(row.units, units) };
    return { row: next, told: toldOf(words, next) };
  });
};

/** A text was saved by the form: what is told of it is told anew. */
export const followText = async (req: PayloadRequest, document: Translatable, locale: StudioLocale): Promise<void> => {
  const row = await readRow(req, document, locale);
  if (!row) return;
  const words = wordsOf(req, document, locale);
  await changeRow(req, row, (seen) => ({ row: seen, told: toldOf(words, seen) }));
};

/** The source was saved: every language that is remembered looks at it. */
export const followSource = async (req: PayloadRequest, document: Translatable): Promise<void> => {
  for (const { locale } of await readRows(req, document)) {
    if (locale === document.source) continue;
    const words = wordsOf(req, document, locale);
    await changeRow(req, emptyRow(document, locale, document.marking), (row) => {
      const next = { ...row, units: seenUnits(words, row.units) };
      return { row: next, told: toldOf(words, next) };
    });
  }
};

/**
 * The source was published again. A correction is remembered for every language that the public reads; those of which nothing was
 * remembered are taken for what they were held to be until then.
 *
 * @param before the document as it was published before
 */
export const followPublishedSource = async (
  req: PayloadRequest,
  document: Translatable,
  before: Stored,
  correcting: Correcting | null,
): Promise<void> => {
  const was = segmentsIn(req, document, before, document.source);
  const known = new Set((await readRows(req, document)).map(({ locale }) => locale));
  for (const locale of studioLocales) {
    if (locale === document.source) continue;
    if (!known.has(locale) && !(correcting && isPublished(document, locale))) continue;
    const words = wordsOf(req, document, locale);
    await changeRow(req, emptyRow(document, locale, document.marking), (row) => {
      const first = row.revision === 0 ? heldUntilNow(req, document, before, locale) : row.units;
      const units = seenUnits(words, first);
      const next = { ...row, units, corrections: correctionsAfter(was, words, { ...row, units }, correcting) };
      return { row: next, told: toldOf(words, next) };
    });
  }
};

/** What a language that nothing was remembered of said, as if it were remembered: all of it, unless it was late already. */
const heldUntilNow = (req: PayloadRequest, document: Translatable, before: Stored, locale: StudioLocale) => {
  const earlier = { ...document, published: before, draft: before };
  const words = wordsOf(req, earlier, locale);
  return words.isLate ? [] : vouchedUnits(words, { units: [] }, moment(document, null));
};

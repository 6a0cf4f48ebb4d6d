import type { PayloadRequest } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import { stateBy } from '../release/vouched.ts';
import type { Stored, Translatable } from '../translation/document.ts';
import { readRow } from '../translation/ledger/store.ts';
import { vouchedOf } from '../translation/ledger/vouched-of.ts';
import { withUnits } from '../translation/ledger/with-units.ts';
import { printOf } from '../translation/lines/line.ts';
import { wordsOf } from '../translation/lines/sheet.ts';
import { vouchedUnits } from '../translation/publication/vouch.ts';
import { localisedContent } from '../workflow/content-changes.ts';
import type { Approval } from './approvals.ts';

const byLocale = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? { ...(value as Record<string, unknown>) } : {};

/** A document as the public would read it, were all that is approved published. */
const asPublished = (document: Translatable, approvals: ReadonlyMap<StudioLocale, Approval>): Translatable => {
  const published: Record<string, unknown> = { ...document.published };
  for (const [locale, { approved }] of approvals) {
    for (const name of localisedContent)
      published[name] = { ...byLocale(published[name]), [locale]: approved.fields[name] };
    published._status = { ...byLocale(published._status), [locale]: 'published' };
  }
  return { ...document, published, draft: published as Stored };
};

/**
 * Whether a translation, as it would go out, no longer says what its source says, as that would go out with it. What nobody has
 * decided on is vouched for by whoever publishes, as ever.
 * @param approvals of all languages that would go out
 */
export const isOutdated = async (
  req: PayloadRequest,
  document: Translatable,
  approvals: ReadonlyMap<StudioLocale, Approval>,
  locale: StudioLocale,
): Promise<boolean> => {
  if (locale === document.source) return false;
  const row = await readRow(req, document, locale);
  if (!row) return false;
  const words = wordsOf(req, asPublished(document, approvals), locale);
  if (words.publicSource.length === 0) return false;
  const moment = { by: null, at: new Date().toISOString(), revision: document.revision };
  const units = withUnits(row.units, vouchedUnits(words, row, moment));
  const [source, target] = [words.publicSource, words.publicTarget].map((segments) => segments.map(printOf));
  const state = stateBy(source ?? [], target ?? [], vouchedOf({ units, corrections: row.corrections }));
  return state === 'outdated' || state === 'under-correction';
};

import { z } from 'zod';
import { isStudioLocale, type StudioLocale } from '#languages/locales.ts';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import { extractSegments } from '#translation/segments/extract.ts';
import type { FieldShape } from '#translation/segments/shape.ts';
import type { ReleasedCollection } from '../release/released-collections.ts';
import { readVouched, stateBy, type TranslationState, type Vouched } from '../release/vouched.ts';
import { type Stored, sourceOf } from '../translation/document.ts';

/** What the ledger vouches for, by language. */
export type VouchedByLocale = ReadonlyMap<StudioLocale, Vouched>;

const row = z.object({ documentId: z.string(), locale: z.string(), vouched: z.unknown() });

/** Rows of the ledger as the gate reads them, by document. What cannot be read says nothing. */
export const vouchedByDocument = (rows: readonly unknown[]): Map<string, Map<StudioLocale, Vouched>> => {
  const found = new Map<string, Map<StudioLocale, Vouched>>();
  for (const one of rows) {
    const read = row.safeParse(one);
    const vouched = read.success ? readVouched(read.data.vouched) : null;
    if (!read.success || !vouched || !isStudioLocale(read.data.locale)) continue;
    const { documentId, locale } = read.data;
    found.set(documentId, (found.get(documentId) ?? new Map()).set(locale, vouched));
  }
  return found;
};

/**
 * How an edition of a language stands to the source, as the ledger has it; null where nothing is remembered, or the public
 * does not read the source.
 * @param isInForce the edition that stays until the last publication appears
 */
export type StateOf = (locale: StudioLocale, isInForce: boolean) => TranslationState | null;

const publications = z.looseObject({ _status: z.record(z.string(), z.unknown()).nullish() });
const standing = z.object({
  standing: z.record(z.string(), z.object({ edition: z.looseObject({}).nullish() }).nullish()).nullish(),
});

const isPublic = (collection: ReleasedCollection, document: unknown, locale: StudioLocale): boolean => {
  if (collection !== 'articles' && collection !== 'events') return true;
  return publications.safeParse(document).data?._status?.[locale] === 'published';
};

/** A document as it stands in force in one language. */
const inForce = (document: unknown, locale: StudioLocale): unknown => {
  const edition = standing.safeParse(document).data?.standing?.[locale]?.edition ?? {};
  return Object.fromEntries(Object.entries(edition).map(([name, value]) => [name, { [locale]: value }]));
};

/** Tells states by the words that stand committed. Each language is read once, and only where it is asked for. */
export const statesOf = (
  collection: ReleasedCollection,
  document: unknown,
  shape: readonly FieldShape[],
  vouched: VouchedByLocale,
): StateOf => {
  const prints = (from: unknown, locale: StudioLocale) =>
    extractSegments(from, shape, locale).map(({ content }) => fingerprintOf(content));
  const source = sourceOf((document ?? {}) as Stored);
  let ofSource: readonly string[] | null = null;
  return (locale, isInForce) => {
    const said = vouched.get(locale);
    if (!said || locale === source || !isPublic(collection, document, source)) return null;
    ofSource ??= prints(document, source);
    return stateBy(ofSource, prints(isInForce ? inForce(document, locale) : document, locale), said);
  };
};

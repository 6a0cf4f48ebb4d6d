import { type PublicLocale, writtenAs } from '#languages/locales.ts';
import type { PublicRecord } from '#record/records.ts';

/** The edition type of a record type. */
export type EditionOf<R extends PublicRecord> = R extends PublicRecord
  ? NonNullable<R['editions'][PublicLocale]>[number]
  : never;

/** An edition together with its language. */
export interface Served<R extends PublicRecord = PublicRecord> {
  readonly locale: PublicLocale;
  readonly edition: EditionOf<R>;
}

interface Timed {
  readonly appearsAt: string | null;
  readonly vanishesAt: string | null;
}

/**
 * The newest edition whose time has come, unless it has vanished again: an older one does not come back.
 * @param now instant in the form of the record (UTC, milliseconds), so that text order is time order
 */
export const inForce = <E extends Timed>(editions: readonly E[], now: string): E | null => {
  const newest = editions.findLast((edition) => edition.appearsAt === null || edition.appearsAt <= now);
  if (!newest || (newest.vanishesAt !== null && newest.vanishesAt <= now)) return null;
  return newest;
};

/** The requested language first, then what it is converted from, then the deployment's order. */
export const chainFrom = (locale: PublicLocale, fallback: readonly PublicLocale[]): PublicLocale[] => [
  ...new Set([locale, writtenAs(locale), ...fallback]),
];

/**
 * The languages in which a document may be served to whoever asks for one: those of the deployment, unless it is not to be seen
 * in that language before somebody has written it.
 */
export const chainFor = (
  { awaited }: Pick<PublicRecord, 'awaited'>,
  locale: PublicLocale,
  fallback: readonly PublicLocale[],
): PublicLocale[] => (awaited?.[locale] === 'none' ? [locale] : chainFrom(locale, fallback));

/** @NOTE TypeScript cannot follow a type parameter into the union of records, so the one widening stands here. */
const editionsOf = <R extends PublicRecord>(record: R, locale: PublicLocale): readonly EditionOf<R>[] => {
  const editions: Readonly<Partial<Record<PublicLocale, readonly unknown[]>>> = record.editions;
  return (editions[locale] ?? []) as readonly EditionOf<R>[];
};

/** The first language of the chain in which a document can be seen. */
export const serve = <R extends PublicRecord>(
  record: R,
  chain: readonly PublicLocale[],
  now: string,
): Served<R> | null => {
  for (const locale of chain) {
    const edition = inForce<EditionOf<R>>(editionsOf(record, locale), now);
    if (edition) return { locale, edition };
  }
  return null;
};

/** Every instant at which what can be seen of a document changes by itself. */
export const momentsOf = (record: PublicRecord): string[] =>
  Object.values(record.editions)
    .flat()
    .flatMap((edition) => [edition.appearsAt, edition.vanishesAt])
    .filter((moment) => moment !== null);

import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { localHalf } from './build-edition.ts';
import { type Standing, standing } from './stored-documents.ts';
import { byLocale, localInstant, localText, localUnknown } from './stored-kinds.ts';

const published = z.object({
  slug: localText,
  title: localText,
  summary: localText,
  body: localUnknown,
  appearsAt: localInstant,
  vanishesAt: localInstant,
  firstPublished: localInstant,
  lastPublished: localInstant,
  standing: byLocale(standing),
  _status: byLocale(z.string()),
});
type Published = z.infer<typeof published>;

/** A publication of one language, at the moment when it is made. */
export interface Publication {
  readonly locale: StudioLocale;
  readonly by: string | null;
  /** Who had a hand in the text that is being published. */
  readonly authors: readonly string[];
  /** When it is to appear; null: at once. */
  readonly appearsAt: string | null;
  /** What the document itself says of this moment; null: `now`. */
  readonly publishedAt: string | null;
  readonly now: Date;
}

/**
 * How each language stands once a publication has been made. For the language in question: who did it, and what stays
 * in force until it appears. The other languages stand as they did.
 *
 * @param committed the document as published so far, localised fields as objects by language
 */
export function standingAfter(committed: unknown, publication: Publication): Partial<Record<StudioLocale, Standing>> {
  const { locale, by, authors } = publication;
  const read = published.safeParse(committed);
  const after: Partial<Record<StudioLocale, Standing>> = {};
  for (const one of studioLocales) {
    const before = read.data?.standing[one];
    if (before && one !== locale) after[one] = before;
  }
  const edition = read.success ? inForce(read.data, publication) : null;
  after[locale] = { by, authors: [...authors], since: firstSeen(read.data, publication), edition };
  return after;
}

/** When the public could or can first read this language: a plan that has not come true yet gives way to the new one. */
function firstSeen(doc: Published | undefined, { locale, appearsAt, publishedAt, now }: Publication): string {
  const moment = now.toISOString();
  const before = doc?.standing[locale]?.since ?? doc?.firstPublished[locale] ?? null;
  if (before !== null && before <= moment) return before;
  return appearsAt !== null && appearsAt > moment ? appearsAt : (publishedAt ?? moment);
}

/** What the public reads at the moment of a publication that is to appear later. */
function inForce(doc: Published, { locale, appearsAt, now }: Publication) {
  const moment = now.toISOString();
  if (appearsAt === null || appearsAt <= moment || doc._status[locale] !== 'published') return null;
  const current = localHalf(doc, locale);
  const waiting = current.appearsAt !== null && current.appearsAt > moment;
  const edition = waiting ? doc.standing[locale]?.edition : current;
  return edition && (edition.vanishesAt === null || edition.vanishesAt > moment) ? edition : null;
}

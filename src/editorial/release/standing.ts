import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { localHalf } from './build-edition.ts';
import { type StandingEdition, standingEdition } from './stored-documents.ts';
import { byLocale, localInstant, localText, localUnknown } from './stored-kinds.ts';

const published = z.object({
  slug: localText,
  title: localText,
  summary: localText,
  body: localUnknown,
  appearsAt: localInstant,
  vanishesAt: localInstant,
  lastPublished: localInstant,
  standing: byLocale(standingEdition),
  _status: byLocale(z.string()),
});

export type Standing = Partial<Record<StudioLocale, StandingEdition | null>>;

/**
 * What is to stay in force, by language, while a new publication of `locale` waits for its time.
 *
 * @param committed the document as published so far, localised fields as objects by language; null: not yet written
 * @param next when the new publication appears; null: at once
 * @param now the moment of the publication
 */
export function standingBehind(committed: unknown, locale: StudioLocale, next: string | null, now: Date): Standing {
  const read = published.safeParse(committed);
  if (!read.success) return {};
  const standing: Standing = {};
  for (const one of studioLocales) {
    const kept = one === locale ? inForce(read.data, one, next, now) : read.data.standing[one];
    if (kept) standing[one] = kept;
  }
  return standing;
}

function inForce(doc: z.infer<typeof published>, locale: StudioLocale, next: string | null, now: Date) {
  const moment = now.toISOString();
  if (next === null || next <= moment || doc._status[locale] !== 'published') return null;
  const current = localHalf(doc, locale);
  const waiting = current.appearsAt !== null && current.appearsAt > moment;
  const edition = waiting ? doc.standing[locale] : current;
  return edition && (edition.vanishesAt === null || edition.vanishesAt > moment) ? edition : null;
}

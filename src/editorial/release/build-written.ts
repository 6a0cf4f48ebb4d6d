import type { StudioLocale } from '#languages/locales.ts';
import { type BuildContext, type EditionDraft, localHalf, publicationOf, referring } from './build-edition.ts';
import { lexicalToBlocks } from './lexical-to-blocks.ts';
import type { StandingEdition, StoredArticle, StoredEvent } from './stored-documents.ts';

/**
 * The editions of one language, the one in force first. What is localised comes from the publication that each stands
 * for; what all languages share has one value, that of the last publication in whichever language.
 */
function editionsOf<T extends StoredArticle | StoredEvent>(
  doc: T,
  locale: StudioLocale,
  build: (half: StandingEdition) => EditionDraft,
): EditionDraft[] {
  const current = localHalf(doc, locale);
  const inForce = doc.standing[locale]?.edition;
  return inForce && current.appearsAt !== null ? [build(inForce), build(current)] : [build(current)];
}

export function articleEditions(doc: StoredArticle, locale: StudioLocale, context: BuildContext): EditionDraft[] {
  return editionsOf(doc, locale, (half) => {
    const { refs, one, many } = referring(context);
    const body = lexicalToBlocks(half.body, context.resolve);
    const edition = {
      ...writtenFields(doc, locale, half),
      body: body.blocks,
      cover: one('images', doc.cover, 'shown'),
      topics: many('topics', doc.topics),
      places: many('places', doc.places),
      agency: one('agencies', doc.agency),
    };
    return { edition, refs: [...refs, ...body.refs], unknown: body.unknown };
  });
}

export function eventEditions(doc: StoredEvent, locale: StudioLocale, context: BuildContext): EditionDraft[] {
  return editionsOf(doc, locale, (half) => {
    const { refs, one, many } = referring(context);
    const body = lexicalToBlocks(half.body, context.resolve);
    const edition = {
      ...writtenFields(doc, locale, half),
      body: body.blocks,
      cover: one('images', doc.cover, 'shown'),
      kind: doc.kind,
      status: doc.status,
      startsAt: doc.startsAt,
      endsAt: doc.endsAt ?? doc.startsAt,
      allDay: doc.allDay,
      zone: doc.zone,
      place: one('places', doc.place),
      organiser: one('agencies', doc.organiser),
      topics: many('topics', doc.topics),
    };
    return { edition, refs: [...refs, ...body.refs], unknown: body.unknown };
  });
}

const writtenFields = (doc: StoredArticle | StoredEvent, locale: StudioLocale, half: StandingEdition) => ({
  slug: half.slug,
  title: half.title,
  summary: half.summary ?? '',
  appearsAt: half.appearsAt,
  vanishesAt: half.vanishesAt,
  ...datesOf(doc, locale, half),
});

/** A planned edition is new to the public when it appears, and so is a language that was planned from the beginning. */
function datesOf(doc: StoredArticle | StoredEvent, locale: StudioLocale, half: StandingEdition) {
  const dates = publicationOf(doc, locale, half.lastPublished ?? undefined);
  const publishedAt = doc.standing[locale]?.since ?? dates.publishedAt;
  const updatedAt = latest(dates.updatedAt, half.appearsAt ?? '', publishedAt);
  const sourceUpdatedAt = dates.state === 'original' ? updatedAt : dates.sourceUpdatedAt;
  return { ...dates, publishedAt, updatedAt, sourceUpdatedAt };
}

const latest = (...instants: readonly string[]): string => instants.toSorted().at(-1) ?? '';

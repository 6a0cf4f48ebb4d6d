import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { longestAlbum } from '#record/records.ts';
import { type BuildContext, type EditionDraft, publicationOf, referring } from './build-edition.ts';
import type { StoredAlbum } from './stored-documents.ts';

/** Pictures of an album that are public now, in its order: public ids by ids of the studio. */
export type PublicMembers = ReadonlyMap<string, string>;

export interface AlbumContext extends BuildContext {
  readonly members: PublicMembers;
  /** When the album was made public; null where that is not known. */
  readonly releasedAt: string | null;
}

/** An album speaks a language when it has a title and an address there. */
export const albumLocales = (doc: Pick<StoredAlbum, 'slug' | 'title'>): StudioLocale[] =>
  studioLocales.filter((locale) => doc.slug[locale] && doc.title[locale]);

/** What the record names, each picture once: the first in the order, as many as it holds. */
export const membersNamed = (members: PublicMembers): string[] => [...new Set(members.values())].slice(0, longestAlbum);

/** What the press is told in a language; nothing where the album is no press kit. */
const pressOf = ({ pressKit, pressText, pressContacts }: StoredAlbum, locale: StudioLocale) => {
  if (!pressKit) return {};
  const contacts = (pressContacts[locale] ?? []).flatMap(({ name, role, organisation, phone, email }) =>
    name
      ? [{ name, role: role || null, organisation: organisation || null, phone: phone || null, email: email || null }]
      : [],
  );
  return { press: { text: pressText[locale] ?? '', contacts } };
};

/**
 * @NOTE Its own words date it. That a picture came or went shows in the pictures alone: a date that moved with one that is
 * not public would tell of it.
 */
export function albumEditions(doc: StoredAlbum, locale: StudioLocale, context: AlbumContext): EditionDraft[] {
  const { refs, one } = referring(context);
  const embargo = doc.pressKit ? doc.pressEmbargo : null;
  const released = context.releasedAt ?? doc.updatedAt;
  const publishedAt = embargo !== null && embargo > released ? embargo : released;
  const updatedAt = doc.updatedAt.localeCompare(publishedAt) > 0 ? doc.updatedAt : publishedAt;
  const dates = { ...doc, updatedAt, source: albumLocales(doc)[0] ?? null, firstPublished: {}, lastPublished: {} };
  const cover = doc.cover === null ? undefined : context.members.get(doc.cover);
  const edition = {
    slug: doc.slug[locale],
    title: doc.title[locale],
    appearsAt: embargo,
    vanishesAt: null,
    ...publicationOf(dates, locale),
    publishedAt,
    description: doc.description[locale] ?? '',
    parent: one('albums', doc.within === doc.id ? null : doc.within, 'listed'),
    cover: cover !== undefined && membersNamed(context.members).includes(cover) ? cover : null,
    agency: one('agencies', doc.agency),
    ...pressOf(doc, locale),
  };
  return [{ edition, refs, unknown: [] }];
}

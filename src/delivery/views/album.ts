import { z } from 'zod';
import type { PublicLocale } from '#languages/locales.ts';
import { picture } from '#record/picture.ts';
import { type AlbumRecord, pressContact } from '#record/records.ts';
import type { Served } from '../projection/in-force.ts';
import { base, viewBase } from './base.ts';
import { albumImagesHref, pressKitFileHref, pressKitHref } from './hrefs.ts';
import { albumCollectionHref, albumManifestHref } from './iiif/addresses.ts';
import type { Lens } from './lens.ts';
import { viewPicture } from './picture.ts';
import { reference, referTo, referToAll } from './reference.ts';

export const albumDocument = base
  .extend({
    type: z.literal('album'),
    description: z.string(),
    parent: reference.nullable().meta({ description: 'The album above it in the tree' }),
    children: z.array(reference).meta({ description: 'The albums directly below it, by title' }),
    agency: reference.nullable(),
    cover: picture.nullable().meta({ description: 'The picture that stands for it, or its first; null: it has none' }),
    count: z.int().nonnegative().meta({ description: 'How many pictures of it can be seen' }),
    images: z.url().meta({ description: 'Address of its pictures in order, page by page' }),
    press: z
      .strictObject({
        text: z.string().meta({ description: 'Plain text; an empty line parts paragraphs' }),
        contacts: z.array(pressContact).meta({ description: 'Whom the press may ask' }),
        href: z.url().meta({ description: 'Address as a press kit, in the language served' }),
        zip: z.url().meta({ description: 'The kit as a ZIP file, in all its languages; `Range` resumes it' }),
      })
      .nullable()
      .meta({ description: 'What makes it a press kit; null: it is none' }),
    iiif: z.strictObject({ manifest: z.url().nullable(), collection: z.url() }).meta({
      description:
        'For viewers (IIIF Presentation API 3.0): its pictures as a manifest (null: it has none), and as a collection what stands below it',
    }),
  })
  .meta({ id: 'Album', description: 'Pictures in an order that somebody chose, in a tree of albums' });
export type AlbumDocument = z.infer<typeof albumDocument>;

/** The chosen cover where it can be seen, else the first picture that can. */
export const coverOf = (
  { id }: Pick<AlbumRecord, 'id'>,
  chosen: string | null,
  first: string | undefined,
  requested: PublicLocale,
  lens: Lens,
): string | null => (chosen !== null && lens.album.shows(id, chosen, requested) ? chosen : (first ?? null));

export const viewAlbum = (
  record: AlbumRecord,
  served: Served<AlbumRecord>,
  requested: PublicLocale,
  lens: Lens,
): AlbumDocument => {
  const { edition, locale } = served;
  const { count, first } = lens.album.contents(record.id, requested, 1);
  const collator = new Intl.Collator(locale, { numeric: true });
  const children = referToAll(lens.album.children(record.id), locale, lens);
  return {
    ...viewBase(record, served, requested, lens),
    description: edition.description,
    parent: referTo(edition.parent, locale, lens),
    children: children.sort((a, b) => collator.compare(a.title, b.title)),
    agency: referTo(edition.agency, locale, lens),
    cover: viewPicture(coverOf(record, edition.cover, first[0], requested, lens), locale, lens),
    count,
    images: albumImagesHref(lens.publicUrl, locale, record.id),
    press: edition.press
      ? {
          ...edition.press,
          href: pressKitHref(lens.publicUrl, locale, edition.slug),
          zip: pressKitFileHref(lens.publicUrl, record.id, edition.slug),
        }
      : null,
    iiif: {
      manifest: count > 0 ? albumManifestHref(lens.publicUrl, record.id) : null,
      collection: albumCollectionHref(lens.publicUrl, record.id),
    },
  };
};

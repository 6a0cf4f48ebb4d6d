import { z } from 'zod';
import type { PublicLocale } from '#languages/locales.ts';
import { picture, pictureUsage } from '#record/picture.ts';
import { type ImageRecord, shownName } from '#record/records.ts';
import { nameOfRights } from '../http/rights-names.ts';
import type { Served } from '../projection/in-force.ts';
import { base, viewBase } from './base.ts';
import { viewCropsOf } from './crops.ts';
import { downloadHref } from './hrefs.ts';
import { imageService, manifestHref } from './iiif/addresses.ts';
import type { Lens } from './lens.ts';
import { viewSources } from './picture.ts';
import { reference, referTo, referToAll } from './reference.ts';
import { viewUsage } from './usage.ts';

export const imageDocument = base
  .extend({
    type: z.literal('image'),
    alt: picture.shape.alt,
    caption: z.string(),
    headline: z
      .string()
      .nullable()
      .meta({ description: 'One line as a newspaper would put it, in the language served' }),
    extendedDescription: z.string().nullable().meta({
      description: 'For those who cannot see the picture, where `alt` is not enough; in the language served',
    }),
    event: z.string().nullable().meta({ description: 'What is going on in the picture, in the language served' }),
    keywords: z.array(z.string()).meta({ description: 'As curators or the file have them, in whichever language' }),
    sourceType: z.string().nullable().meta({
      description:
        'How the picture came to be, where somebody has said so: a term of the IPTC’s digital source types (http://cv.iptc.org/newscodes/digitalsourcetype/). Please tell your readers where it is a composite or generated',
      example: 'compositeCapture',
    }),
    credit: picture.shape.credit,
    creator: z.string(),
    rights: picture.shape.rights,
    rightsName: z.string().meta({
      description: 'Name of the statement behind `rights`, in the language served',
      example: 'CC BY 4.0 (Attribution)',
    }),
    copyright: z.string().nullable().meta({
      description: 'Copyright notice of the picture itself; where there is a `holder`, that stands for it',
    }),
    holder: z.string().nullable().meta({ description: 'Whoever holds the rights' }),
    terms: z.string().nullable().meta({ description: 'Terms of use, in the language served' }),
    webStatement: z.string().nullable().meta({ description: 'Page that tells the rights in full' }),
    uses: pictureUsage.uses.nullable().meta({ description: `${pictureUsage.uses.description}. Null: not limited` }),
    territories: pictureUsage.territories
      .nullable()
      .meta({ description: `${pictureUsage.territories.description}. Null: not limited` }),
    usageText: pictureUsage.usageText
      .nullable()
      .meta({ description: '`uses` and `territories` as sentences, in the language served. Null: neither is limited' }),
    download: z.url().nullable().meta({
      description: 'The largest rendition as a file to keep, where the rights offer one',
    }),
    people: z.array(shownName).meta({
      description: 'People who are shown and whose names may be told, as `person` finds them; others are not named',
    }),
    date: z.string().nullable().meta({
      description: 'Date of the picture as far as it is known: year, month or day',
      example: '2018-05',
    }),
    width: picture.shape.width,
    height: picture.shape.height,
    focus: picture.shape.focus,
    crops: picture.shape.crops,
    thumbhash: picture.shape.thumbhash,
    sources: picture.shape.sources,
    iiif: z.strictObject({ service: z.url(), manifest: z.url() }).meta({
      description: 'For viewers: the image service (IIIF Image API 3.0) and the manifest (Presentation API 3.0)',
    }),
    topics: z.array(reference),
    places: z.array(reference),
    agency: reference.nullable(),
  })
  .meta({ id: 'Image', description: 'An image of the archive' });
export type ImageDocument = z.infer<typeof imageDocument>;

export const viewImage = (
  record: ImageRecord,
  served: Served<ImageRecord>,
  requested: PublicLocale,
  lens: Lens,
): ImageDocument => {
  const { edition, locale } = served;
  const { holder = null, terms = null, webStatement = null, copyright = null } = edition;
  const { headline = null, extendedDescription = null, event = null, keywords = [], sourceType = null } = edition;
  const { alt, caption, credit, creator, rights, date, width, height, focus, thumbhash } = edition;
  return {
    ...viewBase(record, served, requested, lens),
    alt,
    caption,
    ...{ headline, extendedDescription, event, keywords, sourceType },
    credit,
    creator,
    rights,
    rightsName: nameOfRights(rights, locale),
    ...{ copyright, holder, terms, webStatement },
    ...{ uses: null, territories: null, usageText: null, ...viewUsage(edition, locale) },
    download: edition.download ? downloadHref(lens.publicUrl, record.id, edition.slug) : null,
    people: edition.people ?? [],
    date,
    width,
    height,
    focus,
    crops: viewCropsOf(record.id, edition, lens),
    thumbhash,
    sources: viewSources(record.id, edition, lens),
    iiif: { service: imageService(lens.publicUrl, record.id), manifest: manifestHref(lens.publicUrl, record.id) },
    topics: referToAll(edition.topics, locale, lens),
    places: referToAll(edition.places, locale, lens),
    agency: referTo(edition.agency, locale, lens),
  };
};

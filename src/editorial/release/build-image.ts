import { type StudioLocale, studioLocales, toPublicLocale } from '#languages/locales.ts';
import { type Crop, cropsOf, type Shape } from '#media/crops/crops.ts';
import { rightsWindow } from '#media/rights/rights-in-force.ts';
import { noticeInForce } from '#media/rights/rights-words.ts';
import { usageOf } from '#media/rights/usage.ts';
import type { ImageEdition } from '#record/records.ts';
import { type BuildContext, type EditionDraft, publicationOf, referring } from './build-edition.ts';
import type { StoredImage } from './stored-documents.ts';
import { type HeldRights, heldRights } from './stored-rights.ts';
import { toldPersons } from './told-persons.ts';

/** What is made of a master for the public: sizes and blobs, never the master itself. */
export type ImageRendering = Pick<ImageEdition, 'width' | 'height' | 'thumbhash' | 'sources' | 'accessCopy'>;

export interface ImageContext extends BuildContext {
  readonly rendering: ImageRendering;
  /** When the picture was made public; null where that is not known. */
  readonly releasedAt: string | null;
}

/** A picture speaks a language when it has a title, an address and words for those who cannot see it. */
export const imageLocales = (doc: Pick<StoredImage, 'slug' | 'title' | 'alt'>): StudioLocale[] =>
  studioLocales.filter((locale) => doc.slug[locale] && doc.title[locale] && doc.alt[locale]);

/** What of its rights the public is told: by listing, and nothing of those who are shown. */
const toldRights = ({ rights, shown }: HeldRights, locale: StudioLocale) => {
  const { uses, territories } = usageOf(rights, shown.consents);
  const { credit, creator, holder, terms, webStatement, maxSide, download, mark } = rights;
  const words = terms[toPublicLocale(locale)];
  return {
    credit,
    creator: creator ?? '',
    rights: rights.rights,
    ...(holder && { holder }),
    ...(words && { terms: words }),
    ...(webStatement && { webStatement }),
    ...(maxSide !== null && { maxSide }),
    ...(download === true && { download }),
    ...(mark === true && { mark }),
    ...(uses && { uses: [...uses] }),
    ...(territories && { territories: [...territories] }),
  };
};

/** In whole pixels of the picture; what follows the focus does not say that it is set. */
const toldCrops = (crops: Readonly<Record<Shape, Crop>>): NonNullable<ImageEdition['crops']> => {
  const told = ({ x, y, width, height, set }: Crop) => ({ x, y, width, height, ...(set && { set }) });
  return {
    '16:9': told(crops['16:9']),
    '4:3': told(crops['4:3']),
    '1:1': told(crops['1:1']),
    '9:16': told(crops['9:16']),
  };
};

/** What else the public is told: by listing, and only what is said, so that a picture without it stays as it was released. */
const toldMore = (doc: StoredImage, { rights: { holder, rights } }: HeldRights, locale: StudioLocale) => {
  const [headline, event] = [doc.headline[locale], doc.event[locale]];
  const extendedDescription = doc.extendedDescription[locale];
  const notice = holder ? undefined : noticeInForce({ holder, rights }, doc).notice;
  return {
    ...(headline && { headline }),
    ...(extendedDescription && { extendedDescription }),
    ...(event && { event }),
    ...(notice && { copyright: notice }),
    ...(doc.keywords.length > 0 && { keywords: doc.keywords }),
    ...(doc.sourceType && { sourceType: doc.sourceType }),
  };
};

/** @NOTE The day of upload is the studio's own affair: the public learns only of the release and of later changes. */
export function imageEditions(doc: StoredImage, locale: StudioLocale, context: ImageContext): EditionDraft[] {
  const { refs, one, many } = referring(context);
  const held = heldRights(doc);
  const publishedAt = context.releasedAt ?? doc.updatedAt;
  const updatedAt = [doc.updatedAt, held.changedAt ?? '', publishedAt].sort().at(-1) ?? publishedAt;
  const dates = { ...doc, updatedAt, source: imageLocales(doc)[0] ?? null, firstPublished: {}, lastPublished: {} };
  const focus: ImageEdition['focus'] = [doc.focusX ?? 0.5, doc.focusY ?? 0.5];
  const people = toldPersons(doc, locale);
  const edition = {
    slug: doc.slug[locale],
    title: doc.title[locale],
    ...rightsWindow(held.rights, held.shown.consents),
    ...publicationOf(dates, locale),
    publishedAt,
    alt: doc.alt[locale],
    caption: doc.caption[locale] ?? '',
    ...toldRights(held, locale),
    ...(people.length > 0 && { people }),
    ...toldMore(doc, held, locale),
    date: doc.takenOn || null,
    focus,
    crops: toldCrops(cropsOf(context.rendering, focus, doc.crops)),
    ...context.rendering,
    topics: many('topics', doc.topics),
    places: many('places', doc.places),
    agency: one('agencies', doc.agency),
  };
  return [{ edition, refs, unknown: [] }];
}

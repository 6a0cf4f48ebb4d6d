import { randomBytes } from 'node:crypto';
import { type PublicLocale, writtenAs } from '../../src/languages/locales.ts';
import type {
  AgencyRecord,
  AlbumEdition,
  AlbumRecord,
  ArticleEdition,
  ArticleRecord,
  EventEdition,
  EventRecord,
  ImageEdition,
  ImageRecord,
  PlaceRecord,
  TopicRecord,
} from '../../src/record/records.ts';

/** A public id as the gate makes it. */
export const newId = (): string => randomBytes(16).toString('base64url');

const instant = '2026-03-01T08:00:00.000Z';

const base = (slug: string, title: string, locale: PublicLocale) => ({
  slug,
  title,
  appearsAt: null,
  vanishesAt: null,
  publishedAt: instant,
  updatedAt: instant,
  state: locale === 'vi' ? ('original' as const) : ('human' as const),
  source: 'vi' as const,
  sourceUpdatedAt: instant,
  ...(locale === 'zh-Hant' && { converted: { from: 'zh-Hans' as const } }),
});

type Locales = readonly PublicLocale[];
const vi: Locales = ['vi'];

/** One edition for each language; `over` may depend on the language. */
const editions = <E>(locales: Locales, make: (locale: PublicLocale) => E): Partial<Record<PublicLocale, E[]>> =>
  Object.fromEntries(locales.map((locale) => [locale, [make(locale)]]));

interface Options<E> {
  readonly id?: string;
  readonly locales?: Locales;
  readonly over?: Partial<E> | ((locale: PublicLocale) => Partial<E>);
  readonly formerSlugs?: Partial<Record<PublicLocale, string[]>>;
}

const overOf = <E>(options: Options<E>, locale: PublicLocale): Partial<E> =>
  typeof options.over === 'function' ? options.over(locale) : (options.over ?? {});

const suffix = (slug: string, locale: PublicLocale): string =>
  locale === 'vi' ? slug : `${slug}-${writtenAs(locale).toLowerCase()}`;

const words = (slug: string, locale: PublicLocale) => base(suffix(slug, locale), `${slug} (${locale})`, locale);

/** An article with slug `<slug>` in Vietnamese and `<slug>-<language>` in the others. */
export const article = (slug: string, options: Options<ArticleEdition> = {}): ArticleRecord => ({
  type: 'article',
  id: options.id ?? newId(),
  formerSlugs: options.formerSlugs ?? {},
  editions: editions(options.locales ?? vi, (locale) => ({
    ...words(slug, locale),
    summary: `About ${slug} in ${locale}`,
    body: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: `Body of ${slug} in ${locale}` }] }],
    cover: null,
    topics: [],
    places: [],
    agency: null,
    ...overOf(options, locale),
  })),
});

export const event = (slug: string, options: Options<EventEdition> = {}): EventRecord => ({
  type: 'event',
  id: options.id ?? newId(),
  formerSlugs: options.formerSlugs ?? {},
  editions: editions(options.locales ?? vi, (locale) => ({
    ...words(slug, locale),
    summary: `About ${slug}`,
    body: [],
    cover: null,
    kind: 'festival' as const,
    status: 'confirmed' as const,
    startsAt: '2026-05-01T01:00:00.000Z',
    endsAt: '2026-05-03T10:00:00.000Z',
    allDay: false,
    zone: 'Asia/Ho_Chi_Minh',
    place: null,
    organiser: null,
    topics: [],
    ...overOf(options, locale),
  })),
});

/** @param blobs SHA-256 of its files; the first is WebP, the second JPEG */
export const image = (slug: string, blobs: readonly string[], options: Options<ImageEdition> = {}): ImageRecord => ({
  type: 'image',
  id: options.id ?? newId(),
  formerSlugs: options.formerSlugs ?? {},
  editions: editions(options.locales ?? vi, (locale) => ({
    ...words(slug, locale),
    alt: `Seen: ${slug} (${locale})`,
    caption: `Caption of ${slug}`,
    credit: 'Lê Văn A',
    creator: 'Lê Văn A',
    rights: 'http://creativecommons.org/licenses/by/4.0/',
    date: '2018-05',
    width: 2400,
    height: 1600,
    focus: [0.5, 0.5] as [number, number],
    thumbhash: 'YJqGPQw7sFlslqhFafSE+Q6oJ1h2iHB2Rw==',
    sources: blobs.map((blob, index) => ({
      type: index % 2 === 0 ? ('image/webp' as const) : ('image/jpeg' as const),
      width: 640,
      height: 427,
      blob,
      bytes: 10,
    })),
    topics: [],
    places: [],
    agency: null,
    ...overOf(options, locale),
  })),
});

export const topic = (
  slug: string,
  options: Options<{ slug: string; title: string; parent: string | null }> = {},
): TopicRecord => ({
  type: 'topic',
  id: options.id ?? newId(),
  formerSlugs: options.formerSlugs ?? {},
  editions: editions(options.locales ?? vi, (locale) => ({
    ...words(slug, locale),
    summary: '',
    parent: null,
    ...overOf(options, locale),
  })),
});

export const place = (slug: string, options: Options<{ title: string }> = {}): PlaceRecord => ({
  type: 'place',
  id: options.id ?? newId(),
  formerSlugs: options.formerSlugs ?? {},
  editions: editions(options.locales ?? vi, (locale) => ({
    ...words(slug, locale),
    summary: '',
    address: '1 Lê Lợi',
    position: { latitude: 10.77, longitude: 106.7 },
    ...overOf(options, locale),
  })),
});

export const agency = (slug: string, options: Options<{ title: string }> = {}): AgencyRecord => ({
  type: 'agency',
  id: options.id ?? newId(),
  formerSlugs: options.formerSlugs ?? {},
  editions: editions(options.locales ?? vi, (locale) => ({
    ...words(slug, locale),
    summary: '',
    website: 'https://example.org/',
    email: null,
    phone: null,
    ...overOf(options, locale),
  })),
});

export const album = (slug: string, members: readonly string[], options: Options<AlbumEdition> = {}): AlbumRecord => ({
  type: 'album',
  id: options.id ?? newId(),
  formerSlugs: options.formerSlugs ?? {},
  editions: editions(options.locales ?? vi, (locale) => ({
    ...words(slug, locale),
    description: `About ${slug} in ${locale}`,
    parent: null,
    cover: null,
    agency: null,
    ...overOf(options, locale),
  })),
  members: [...members],
});

import { z } from 'zod';
import { type Marking, sealOf } from '#access/level.ts';
import { studioLocales } from '#languages/locales.ts';
import { searchable } from '#languages/search-words.ts';

/** What pictures can be told apart by at the side of the screen. Another one is a name here and its values in `facetsOf`. */
export const facetNames = [
  'topic',
  'place',
  'agency',
  'album',
  'record',
  'year',
  'rights',
  'missing',
  'orientation',
  'source',
  'marking',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Value of a facet for pictures that have none. */
export const none = 'none';

/** What the index keeps of a picture in memory: everything that a question can ask of it but its words. */
export interface IndexedPicture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Milliseconds since 1970. */
  readonly added: number;
  readonly changed: number;
  /** The day it was taken as `YYYYMMDD`, 0 where that is not known. */
  readonly taken: number;
  readonly seal: string;
  readonly facets: Readonly<Record<FacetName, readonly string[]>>;
  readonly credit: string;
  /** Address of the rights statement. */
  readonly statement: string;
  /** Languages in which it has a title. */
  readonly titled: string;
}

/** A picture as the index takes it: what is kept in memory, and what it is found by. */
export interface ReadPicture {
  readonly picture: IndexedPicture;
  readonly exact: string;
  readonly folded: string;
}

const local = z.record(z.string(), z.unknown()).nullish().catch(null);
const relation = z.union([z.string(), z.looseObject({ id: z.string() }).transform(({ id }) => id)]);
const relations = z.array(relation).nullish().catch(null);
const text = z.string().nullish().catch(null);
const texts = z.array(z.unknown()).nullish().catch(null);
const moment = z.union([z.string(), z.date()]).transform((value) => new Date(value).getTime());

/** The picture as the database gives it in all languages, relations as ids. What it does not know is left out. */
const stored = z.looseObject({
  id: z.string(),
  title: local,
  alt: local,
  caption: local,
  headline: local,
  event: local,
  placeCreated: text,
  placesShown: texts,
  keywords: texts,
  credit: text,
  creator: text,
  rights: text,
  takenOn: text,
  sourceType: text,
  topics: relations,
  places: relations,
  agency: relation.nullish().catch(null),
  rightsRecord: relation.nullish().catch(null),
  releasedBy: relation.nullish().catch(null),
  mergedInto: relation.nullish().catch(null),
  createdAt: moment,
  updatedAt: moment,
  master: z
    .looseObject({ width: z.number().nullish(), height: z.number().nullish(), type: text, filename: text })
    .nullish()
    .catch(null),
});
type Stored = z.infer<typeof stored>;

const filled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const spoken = (map: Stored['title']): string[] => studioLocales.filter((locale) => filled(map?.[locale]));

/** A list of values, or that there are none. */
export const orNone = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : [none]);

/** A picture counts as square where one side is hardly longer than the other. */
const nearly = 1.05;

const orientationOf = (width: number, height: number): string => {
  if (width <= 0 || height <= 0) return none;
  if (Math.max(width, height) / Math.min(width, height) <= nearly) return 'square';
  return width > height ? 'landscape' : 'portrait';
};

/** Whose word holds for its rights: its own, or that of its record. What an album gives is not known here. */
const rightsOf = (image: Stored, { level }: Marking): string => {
  if (level === 'public' && image.releasedBy) return 'released';
  if (filled(image.rights)) return 'stated';
  return image.rightsRecord ? 'record' : none;
};

const facetsOf = (image: Stored, marking: Marking, albums: readonly string[]): IndexedPicture['facets'] => {
  const captioned = spoken(image.caption);
  const year = /^\d{4}/.exec(image.takenOn ?? '')?.[0];
  const source = image.sourceType ?? image.master?.type;
  return {
    topic: orNone(image.topics ?? []),
    place: orNone(image.places ?? []),
    agency: orNone(image.agency ? [image.agency] : []),
    album: orNone(albums),
    record: orNone(image.rightsRecord ? [image.rightsRecord] : []),
    year: orNone(year ? [year] : []),
    rights: [rightsOf(image, marking)],
    missing: studioLocales.filter((locale) => !captioned.includes(locale)),
    orientation: [orientationOf(image.master?.width ?? 0, image.master?.height ?? 0)],
    source: orNone(source ? [source.split('/').at(-1) ?? source] : []),
    marking: [marking.level],
  };
};

const dayOf = (day: string | null | undefined): number => {
  const [year = '0', month = '0', date = '0'] = (day ?? '').split('-');
  return Number(year) * 10_000 + Number(month) * 100 + Number(date) || 0;
};

/** Every word of a picture that a search may find it by. */
const wordsOf = (image: Stored): string => {
  const { title, headline, alt, caption, event, keywords, placeCreated, placesShown, credit, creator, master } = image;
  const said = [title, headline, alt, caption, event].flatMap((map) => Object.values(map ?? {}));
  const listed = [...(keywords ?? []), ...(placesShown ?? []), placeCreated];
  return [...said, ...listed, credit, creator, master?.filename].filter(filled).join(' \n ');
};

/**
 * What the index keeps of a stored picture.
 * @param doc as the database gives it in all languages
 * @param albums ids of those that it is in, whoever may know of them
 * @returns null for what cannot be understood, or stands behind another record of the same picture: it is then in no answer
 */
export const readPicture = (doc: unknown, marking: Marking, albums: readonly string[]): ReadPicture | null => {
  const read = stored.safeParse(doc);
  if (!read.success || read.data.mergedInto) return null;
  const image = read.data;
  const picture: IndexedPicture = {
    id: image.id,
    width: image.master?.width ?? 0,
    height: image.master?.height ?? 0,
    added: image.createdAt,
    changed: image.updatedAt,
    taken: dayOf(image.takenOn),
    seal: sealOf(marking),
    facets: facetsOf(image, marking, albums),
    credit: image.credit?.trim() ?? '',
    statement: image.rights ?? '',
    titled: spoken(image.title).join(' '),
  };
  return { picture, ...searchable(wordsOf(image)) };
};

import { z } from 'zod';
import { isStudioLocale } from '#languages/locales.ts';
import { readCrops } from '#media/crops/set-crops.ts';
import {
  byLocale,
  flag,
  instantOrNull,
  localInstant,
  localList,
  localText,
  localUnknown,
  number,
  relation,
  relations,
  storedInstant,
  text,
} from './stored-kinds.ts';
import { moreFields } from './stored-more.ts';
import { rightsFields } from './stored-rights.ts';

const source = z
  .unknown()
  .optional()
  .transform((value) => (isStudioLocale(value) ? value : null));

/** What every releasable document has: its own dates and its names by language. */
const named = {
  id: z.string(),
  createdAt: storedInstant,
  updatedAt: storedInstant,
  slug: localText,
};

/** What stays in force behind a scheduled replacement: the localised half of an earlier publication. */
export const standingEdition = z.object({
  slug: text,
  title: text,
  summary: text,
  body: z.unknown().optional(),
  appearsAt: instantOrNull,
  vanishesAt: instantOrNull,
  lastPublished: instantOrNull,
});
export type StandingEdition = z.infer<typeof standingEdition>;

/**
 * How a language came to be public: who published it, who had written it, when it could first be read (null: when it was
 * first published), and what is in force until it appears.
 */
export const standing = z.object({
  by: text,
  authors: z.array(z.string()).catch([]),
  since: instantOrNull,
  edition: standingEdition.nullish().transform((edition) => edition ?? null),
});
export type Standing = z.infer<typeof standing>;

const written = {
  ...named,
  title: localText,
  summary: localText,
  body: localUnknown,
  cover: relation,
  topics: relations,
  source,
  appearsAt: localInstant,
  vanishesAt: localInstant,
  firstPublished: localInstant,
  lastPublished: localInstant,
  formerSlugs: localList,
  standing: byLocale(standing),
};

export const storedArticle = z.object({ ...written, places: relations, agency: relation });

export const storedEvent = z.object({
  ...written,
  kind: text,
  status: text,
  startsAt: instantOrNull,
  endsAt: instantOrNull,
  allDay: flag,
  zone: text,
  place: relation,
  organiser: relation,
});

export const storedImage = z.object({
  ...named,
  title: localText,
  alt: localText,
  caption: localText,
  ...moreFields,
  ...rightsFields,
  persons: z.unknown().optional(),
  takenOn: text,
  focusX: number,
  focusY: number,
  crops: z.unknown().optional().transform(readCrops),
  master: z.object({ sha256: z.string() }),
  topics: relations,
  places: relations,
  agency: relation,
});

const contact = z
  .object({ name: text, role: text, organisation: text, phone: text, email: text })
  .transform(({ name, role, organisation, phone, email }) => ({ name, role, organisation, phone, email }));

export const storedAlbum = z.object({
  ...named,
  title: localText,
  description: localText,
  within: relation,
  cover: relation,
  agency: relation,
  rightsRecord: relation,
  pressKit: flag,
  pressText: localText,
  pressContacts: byLocale(z.array(contact)),
  pressEmbargo: instantOrNull,
});

const described = { ...named, name: localText, summary: localText };

export const storedTopic = z.object({ ...described, parent: relation });
export const storedPlace = z.object({ ...described, address: localText, latitude: number, longitude: number });
export const storedAgency = z.object({ ...described, website: text, email: text, phone: text });

export type StoredArticle = z.infer<typeof storedArticle>;
export type StoredEvent = z.infer<typeof storedEvent>;
export type StoredImage = z.infer<typeof storedImage>;
export type StoredAlbum = z.infer<typeof storedAlbum>;
export type StoredTopic = z.infer<typeof storedTopic>;
export type StoredPlace = z.infer<typeof storedPlace>;
export type StoredAgency = z.infer<typeof storedAgency>;

import { z } from 'zod';
import { levels } from '#access/level.ts';
import { modelReleases, sourceTypes } from '#collections/fields/described.ts';
import { mostPersons } from '#collections/fields/shown-person.ts';
import { writtenLocales } from '#languages/locales.ts';
import { setCrops } from '#media/crops/set-crops.ts';
import { rightsUses } from '#media/rights/effective-rights.ts';
import { peopleStates } from '#media/rights/rights-in-force.ts';

/*
 * The form of what bags of ours hold below `data/`. Languages stand under their BCP 47 tags. Objects are closed: what a
 * reader does not know it must not lose in silence, so a new field is a new version.
 */
export const bagFile = 'data/bag.json';
export const referencesFile = 'data/references.json';
export const formatVersion = 4;
/**
 * Version 1 says nothing of rights records and of people who are shown; version 2 nothing of their names, of crops, of the rights
 * that albums give, of press kits, and of headline, keywords and whatever else `more` has; version 3 nothing of numbered copies.
 */
const knownVersion = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(formatVersion)]);

const locale = z.enum(writtenLocales);
const local = z.partialRecord(locale, z.string());
const former = z.partialRecord(locale, z.array(z.string()));
const id = z.string().regex(/^[\w-]{1,64}$/);
const instant = z.iso.datetime();
const text = z.string().nullable();
const fraction = z.number().min(0).max(1).nullable();
const head = <F extends string>(format: F) => ({ format: z.literal(format), version: knownVersion });

const marked = z.strictObject({ level: z.enum(levels), compartments: z.array(z.string()) });

/** Which numbered copy this is, of what is marked above `internal`: as the register of the studio has it that wrote the bag. */
const numbered = z.strictObject({
  number: z.number().int().min(1),
  nth: z.number().int().min(1),
  total: z.number().int().min(1),
  ...marked.shape,
  /** Last day of the protection, where one is set. */
  term: text,
  madeAt: instant,
  recipient: z.string(),
});
export type NumberedCopy = z.infer<typeof numbered>;

/** Somebody of the studio: the id there, and the name where there was one. */
export const person = z.strictObject({ id: z.string(), name: text });
export type Person = z.infer<typeof person>;

const fewer = { headline: local, extendedDescription: local, event: local, usageTerms: local };
const shared = { copyright: text, licensor: text, placeCreated: text, digitised: text };
const terms = { sourceType: z.enum(sourceTypes).nullable(), modelRelease: z.enum(modelReleases).nullable() };
const lists = { placesShown: z.array(z.string()), keywords: z.array(z.string()) };
/** What else is said of a picture. */
export const more = z.strictObject({ ...fewer, ...shared, ...terms, ...lists });

/** What people say of a picture; every version of it has the same. */
export const description = z.strictObject({
  title: local,
  alt: local,
  caption: local,
  slug: local,
  credit: text,
  creator: text,
  rights: text,
  rightsRecord: id.nullish(),
  people: z.enum(peopleStates).nullish(),
  minors: z.boolean().nullish(),
  persons: z
    .array(z.strictObject({ name: local, told: z.boolean(), minor: z.boolean() }))
    .max(mostPersons)
    .nullish(),
  takenOn: text,
  focus: z.tuple([fraction, fraction]),
  /** By shape, where somebody has set them: fractions of width and height. */
  crops: setCrops.nullish(),
  topics: z.array(id),
  places: z.array(id),
  agency: id.nullable(),
  ...more.partial().shape,
});
export type Description = z.infer<typeof description>;

/** `record.json` of a picture. */
export const pictureRecord = z.strictObject({
  ...head('benthanh-picture'),
  id,
  ...description.shape,
  formerSlugs: former,
  /** Where it stands in which albums: ranks are ordered by their code units. */
  albums: z.array(z.strictObject({ album: id, rank: z.string().max(4000) })).default([]),
  master: z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    bytes: z.number().int().min(0),
    type: z.string(),
    /** Pixels; 0 where the archive cannot read them. */
    width: z.number().int().min(0),
    height: z.number().int().min(0),
    pages: z.number().int().min(1).nullable(),
    /** What of it can be shown; null on records from before this was asked. */
    display: z.enum(['whole', 'preview', 'none']).nullable(),
    filename: z.string(),
    /** Its name beside this record. */
    file: z.string().regex(/^master\.[a-z0-9]{1,5}$/),
  }),
  thumbhash: z.string().max(64).nullable(),
  /** The record that stood for it, as both were said to be the same picture. Told, and not done again: see decision 0017. */
  mergedInto: id.nullable().default(null),
  marking: marked,
  copy: numbered.optional(),
  createdBy: person.nullable(),
  releasedBy: person.nullable(),
  createdAt: instant,
  updatedAt: instant,
  revision: z.number().int().min(0),
});
export type PictureRecord = z.infer<typeof pictureRecord>;

/** `history.json` of a picture, oldest first. What a program did has a name and no id. */
export interface PictureHistory {
  readonly format: 'benthanh-history';
  readonly version: 1 | 2 | 3 | typeof formatVersion;
  readonly versions: readonly {
    readonly at: string;
    readonly revision: number;
    /** Names of what differs from the version before. */
    readonly changed: readonly string[];
    readonly description: Description;
    /** Who made it, as far as that was noted. */
    readonly by: Person | null;
  }[];
  readonly marking: readonly Readonly<Record<'at' | 'from' | 'to' | 'basis', string | null> & { by: Person | null }>[];
  readonly acts: readonly { readonly at: string; readonly action: string; readonly by: Person | null }[];
  /** Where it came from, what was made of it and with which tools, and which albums it came into or left by a merger. */
  readonly kept: readonly {
    readonly at: string;
    readonly kind: 'intake' | 'derivation' | 'albums';
    readonly by: Person | null;
    readonly facts: Readonly<Record<string, unknown>>;
  }[];
}

const named = {
  id,
  name: local,
  slug: local,
  summary: local,
  formerSlugs: former,
  createdAt: instant,
  updatedAt: instant,
  revision: z.number().int().min(0),
};
/** A rights record; what may be shown at all is decided by the place where it is taken in. */
const rightsRecord = z.strictObject({
  id,
  name: local,
  slug: local,
  terms: local,
  formerSlugs: former,
  createdAt: instant,
  updatedAt: instant,
  revision: z.number().int().min(0),
  ...{ holder: text, creator: text, credit: text, rights: text, webStatement: text },
  ...{ validFrom: instant.nullable(), validUntil: instant.nullable(), embargo: instant.nullable() },
  territories: z.array(z.string()),
  uses: z.array(z.enum(rightsUses)),
  maxSide: z.number().nullable(),
  download: z.boolean().nullable(),
  mark: z.boolean().nullable(),
});

const degrees = z.number().nullable();

const contact = z.strictObject({ name: text, role: text, organisation: text, phone: text, email: text });

const album = z.strictObject({
  ...{ id, title: local, slug: local, description: local, formerSlugs: former },
  ...{ within: id.nullable(), cover: id.nullable(), agency: id.nullable(), marking: marked },
  copy: numbered.optional(),
  rightsRecord: id.nullish(),
  pressKit: z.boolean().optional(),
  pressText: local.optional(),
  pressContacts: z.partialRecord(locale, z.array(contact)).optional(),
  pressEmbargo: instant.nullish(),
  ...{ createdAt: instant, updatedAt: instant, revision: z.number().int().min(0) },
});

/** `references.json`: what the pictures refer to, and the albums that they are in; topics and albums with all that stand above them. */
export const references = z.strictObject({
  ...head('benthanh-references'),
  agencies: z.array(z.strictObject({ ...named, website: text, email: text, phone: text })),
  topics: z.array(z.strictObject({ ...named, parent: id.nullable() })),
  places: z.array(z.strictObject({ ...named, address: local, latitude: degrees, longitude: degrees })),
  albums: z.array(album).default([]),
  rights: z.array(rightsRecord).optional(),
});
export type References = z.infer<typeof references>;
export type ReferenceKind = 'agencies' | 'topics' | 'places' | 'rights';

/** `bag.json`: by it a bag is known as one of ours. */
export const bagAbout = z.strictObject({
  ...head('benthanh-bag'),
  selection: z.string(),
  /** Highest marking that could have come in. */
  upTo: z.enum(levels),
  compartments: z.array(z.string()),
  pictures: z.number().int().min(0),
  made: instant,
});
export type BagAbout = z.infer<typeof bagAbout>;

/** The folder of a picture in a bag. */
export const folderOf = (picture: string): string => `data/pictures/${picture.slice(0, 2)}/${picture}`;

/** JSON as it stands in a bag: to be read by people too. */
export const jsonBytes = (value: unknown): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');

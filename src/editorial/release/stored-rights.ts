import { z } from 'zod';
import { levels } from '#access/level.ts';
import { toPublicLocale } from '#languages/locales.ts';
import { type AlbumAround, takenFrom } from '#media/rights/album-rights.ts';
import { effectiveRights, type RightsValues, rightsUses } from '#media/rights/effective-rights.ts';
import {
  type Consent,
  type PeopleShown,
  peopleStates,
  type RightsClosure,
  rightsClosure,
} from '#media/rights/rights-in-force.ts';
import { type ByLocale, instantOrNull, localText, number, relation, text } from './stored-kinds.ts';

/** Values of a list that are known; others say nothing. */
const uses = z
  .array(z.string())
  .nullish()
  .transform((list) => rightsUses.filter((use) => list?.includes(use)));

const yesOrNo = z
  .enum(['yes', 'no'])
  .nullish()
  .transform((value) => (value ? value === 'yes' : null));

const byTag = (words: ByLocale<string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([locale, one]) =>
      one ? [[toPublicLocale(locale as keyof ByLocale<string>), one]] : [],
    ),
  );

/** A rights record as the database keeps it. */
export const storedRights = z
  .object({
    id: z.string(),
    updatedAt: instantOrNull,
    holder: text,
    creator: text,
    credit: text,
    rights: text,
    terms: localText,
    webStatement: text,
    validFrom: instantOrNull,
    validUntil: instantOrNull,
    embargo: instantOrNull,
    territories: z.array(z.string()).nullish(),
    uses,
    maxSide: number,
    download: yesOrNo,
    mark: yesOrNo,
  })
  .transform(({ terms, territories, ...rest }) => ({ ...rest, terms: byTag(terms), territories: territories ?? [] }));

/** A consent as the database keeps it, without a word of who gave it. */
export const storedConsent = z
  .object({
    kind: z.enum(['adult', 'minor']).catch('adult'),
    uses,
    validUntil: instantOrNull,
    withdrawnOn: instantOrNull,
  })
  .transform((consent): Consent => consent);

/** What a picture says itself of its rights, with the records that it names in place of their ids (`withRights`). */
export const rightsFields = {
  credit: text,
  creator: text,
  rights: text,
  rightsRecord: z.unknown().optional(),
  consents: z.unknown().optional(),
  people: z.enum(peopleStates).nullish(),
  minors: z.boolean().nullish(),
  albumsAround: z.unknown().optional(),
};

const held = z.object({ ...rightsFields, usageTerms: localText });

const marking = z
  .object({ level: z.enum(levels), compartments: z.array(z.string()).nullish() })
  .transform(({ level, compartments }) => ({ level, compartments: compartments ?? [] }))
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

/** A record that an album names and that is not there says nothing, and is named all the same. */
const recordOfAlbum = z
  .unknown()
  .optional()
  .transform((value) => {
    const read = storedRights.safeParse(value).data;
    return value === null || value === undefined ? null : (read ?? {});
  });

const surroundings = z.object({
  marking,
  memberOf: z.array(z.string()),
  albums: z.array(
    z
      .object({ id: z.string(), title: localText, within: relation, marking, rightsRecord: recordOfAlbum })
      .transform(({ rightsRecord, ...album }): GivingAlbum => ({ ...album, record: rightsRecord })),
  ),
});

/** An album that gives rights, by its names. */
export interface GivingAlbum extends AlbumAround {
  readonly title: ByLocale<string>;
  readonly record: (Partial<RightsValues> & { readonly updatedAt?: string | null }) | null;
}

export interface HeldRights {
  readonly rights: RightsValues;
  readonly shown: PeopleShown;
  /** When a rights record that says something of it was last changed. */
  readonly changedAt: string | null;
  /** The album from which it takes what nothing else says. */
  readonly album: GivingAlbum | null;
  /** Albums that contradict each other: it takes nothing from any. */
  readonly contradicting: readonly GivingAlbum[];
}

/**
 * The rights of a picture and the people that it shows, as they hold. A record that it names and that is not there says
 * nothing here; whether the picture may go out without it is the gate’s question. The terms of a
 * record go before those that the picture has itself, in all languages at once.
 */
export function heldRights(document: unknown): HeldRights {
  const { rightsRecord, consents, people, minors, albumsAround, usageTerms, ...said } = held.parse(document);
  const record = storedRights.safeParse(rightsRecord).data ?? null;
  const own = Object.keys(record?.terms ?? {}).length > 0 ? said : { ...said, terms: byTag(usageTerms) };
  const given = Array.isArray(consents) ? consents.flatMap((one) => storedConsent.safeParse(one).data ?? []) : [];
  const around = surroundings.safeParse(albumsAround).data ?? { marking: null, memberOf: [], albums: [] };
  const taken = takenFrom(around, { own, record });
  const album = taken.from;
  const changes = [record?.updatedAt, album?.record?.updatedAt].filter((at) => at !== null && at !== undefined);
  return {
    rights: effectiveRights({ own, record, fallback: album?.record ?? null }),
    shown: { people: people ?? null, minors: minors ?? false, consents: given },
    changedAt: changes.sort().at(-1) ?? null,
    album,
    contradicting: taken.contradicting ?? [],
  };
}

/** Why a picture may not be shown at a moment (an instant); null: its rights and consents allow it, now or later. */
export const closureOf = ({ rights, shown, contradicting }: HeldRights, now: string): RightsClosure | null =>
  contradicting.length > 0 ? 'rights-contradict' : rightsClosure(rights, shown, now);

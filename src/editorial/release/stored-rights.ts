import { z } from 'zod';
import { toPublicLocale } from '#languages/locales.ts';
import { effectiveRights, type RightsValues, rightsUses } from '#media/effective-rights.ts';
import { type Consent, type PeopleShown, peopleStates } from '#media/rights-in-force.ts';
import { type ByLocale, instantOrNull, localText, number, text } from './stored-kinds.ts';

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
};

const held = z.object({ ...rightsFields, usageTerms: localText });

export interface HeldRights {
  readonly rights: RightsValues;
  readonly shown: PeopleShown;
  /** When its rights record was last changed. */
  readonly changedAt: string | null;
}

/**
 * The rights of a picture and the people that it shows, as they hold. A record that it names and that is not there says
 * nothing here; whether the picture may go out without it is the gate’s question. The terms of a
 * record go before those that the picture has itself, in all languages at once.
 */
export function heldRights(document: unknown): HeldRights {
  const { rightsRecord, consents, people, minors, usageTerms, ...said } = held.parse(document);
  const record = storedRights.safeParse(rightsRecord).data ?? null;
  const own = Object.keys(record?.terms ?? {}).length > 0 ? said : { ...said, terms: byTag(usageTerms) };
  const given = Array.isArray(consents) ? consents.flatMap((one) => storedConsent.safeParse(one).data ?? []) : [];
  return {
    rights: effectiveRights({ own, record }),
    shown: { people: people ?? null, minors: minors ?? false, consents: given },
    changedAt: record?.updatedAt ?? null,
  };
}

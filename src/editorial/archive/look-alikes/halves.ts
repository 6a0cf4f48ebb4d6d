import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { shownPersons } from '#collections/fields/shown-person.ts';
import { studioLocales } from '#languages/locales.ts';
import { anyId, byLocale } from '../../desk/section.ts';
import type { Pair } from './pairs.ts';
import { type Described, joinedLists, localTexts, peopleStates, sharedTexts } from './unite.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const local = byLocale.transform((texts) =>
  Object.fromEntries(studioLocales.flatMap((locale) => (texts?.[locale] ? [[locale, texts[locale]]] : []))),
);
const id = z.union([anyId, z.looseObject({ id: anyId }).transform((value) => value.id)]);
const relation = id.nullish().transform((value) => value ?? '');
const relations = z
  .array(id)
  .nullish()
  .transform((value) => value ?? []);

const listed = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

const stored = z.looseObject({
  id: anyId,
  revision: z.number().nullish(),
  title: local,
  alt: local,
  caption: local,
  ...{ headline: local, extendedDescription: local, event: local, usageTerms: local },
  ...{ copyright: text, licensor: text, placeCreated: text, digitised: text, sourceType: text, modelRelease: text },
  ...{ placesShown: listed, keywords: listed },
  slug: local,
  credit: text,
  creator: text,
  takenOn: text,
  rights: text,
  rightsRecord: relation,
  people: z
    .enum(peopleStates)
    .nullish()
    .transform((value) => value ?? ''),
  minors: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  persons: shownPersons.nullish().transform((value) => value ?? []),
  consents: relations,
  agency: relation,
  topics: relations,
  places: relations,
  mergedInto: relation,
  releasedBy: relation,
  marking: relation,
  updatedAt: z.string(),
  formerSlugs: z.record(z.string(), z.array(z.string())).nullish(),
  master: z.looseObject({
    type: text,
    width: z.number(),
    height: z.number(),
    bytes: z.number(),
    filename: text,
    display: z.string().nullish(),
  }),
});

/** One half of a pair, as the person may see it. */
export type Half = z.infer<typeof stored>;

/** Images as the person may see them, by id: one that is hidden from them is not among them. */
export const readHalves = async (req: PayloadRequest, ids: readonly string[]): Promise<Map<string, Half>> => {
  if (ids.length === 0) return new Map();
  // By itself, not as part of the request: all languages are wanted, and the request has its own
  const { docs } = await req.payload.find({
    collection: 'images',
    where: { id: { in: [...new Set(ids)] } },
    locale: 'all',
    fallbackLocale: false,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  });
  return new Map(docs.map((doc) => z.parse(stored, doc)).map((half) => [half.id, half]));
};

/** Both halves of a pair, where the person may see both and neither stands behind another record already. */
export const bothHalves = (
  { one, other }: Pick<Pair, 'one' | 'other'>,
  found: ReadonlyMap<string, Half>,
): readonly [Half, Half] | null => {
  const halves = [found.get(one), found.get(other)] as const;
  const [first, second] = halves;
  return first && second && first.mergedInto === '' && second.mergedInto === '' ? [first, second] : null;
};

export const describedBy = (half: Half): Described => {
  const { people, minors, persons } = half;
  const names = [...sharedTexts, ...joinedLists, ...localTexts];
  return {
    ...(Object.fromEntries(names.map((name) => [name, half[name]])) as unknown as Described),
    people,
    minors,
    persons,
  };
};

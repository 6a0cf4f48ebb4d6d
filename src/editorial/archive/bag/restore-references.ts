import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload';
import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import { localText } from '../../release/stored-kinds.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import type { Restored } from '../../workflow/with-description-rules.ts';
import type { ReferenceKind, References } from './format.ts';
import { inside } from './outside.ts';
import { refusalOf } from './refusal-of.ts';
import { rightsFacts } from './rights-data.ts';

/** Ids here of what stands in a bag under ids of its own. */
export type Known = Readonly<Record<ReferenceKind, ReadonlyMap<string, string>>>;

type Named = NonNullable<References[ReferenceKind]>[number];

const here = z.looseObject({ id: z.string(), name: localText });

const oneWhere = async (req: PayloadRequest, collection: ReferenceKind, where: Where) => {
  const { docs } = await req.payload.db.find({ collection, where, limit: 1, pagination: false, req });
  return docs[0] ? here.parse(docs[0]) : null;
};

/** A document here with one of these web addresses, in the same language. */
const withSlug = async (req: PayloadRequest, collection: ReferenceKind, { slug }: Named) => {
  const slugs = Object.entries(inside(slug)).map(([locale, one]) => ({ [`slug.${locale}`]: { equals: one } }));
  return slugs.length > 0 ? oneWhere(req, collection, { or: slugs }) : null;
};

/** Fields by language, the first with a name first: a record begins in a language in which it has one. */
const editionsOf = (one: Named): [locale: (typeof studioLocales)[number], words: Record<string, string>][] => {
  const { name, slug } = one;
  const all = {
    name: inside(name),
    slug: inside(slug),
    ...('summary' in one ? { summary: inside(one.summary) } : { terms: inside(one.terms) }),
    ...('address' in one ? { address: inside(one.address) } : {}),
  };
  return studioLocales.flatMap((locale) => {
    const words = Object.entries(all).flatMap(([field, values]) =>
      values[locale] === undefined ? [] : [[field, values[locale]] as const],
    );
    return all.name[locale] ? [[locale, Object.fromEntries(words)]] : [];
  });
};

const sharedOf = (one: Named, topics: ReadonlyMap<string, string>): Record<string, unknown> => {
  if ('uses' in one) return rightsFacts(one);
  if ('website' in one) return { website: one.website, email: one.email, phone: one.phone };
  if ('latitude' in one) return { latitude: one.latitude, longitude: one.longitude };
  return { parent: one.parent === null ? null : (topics.get(one.parent) ?? null) };
};

type Edition = ReturnType<typeof editionsOf>[number];

/** What a first save cannot say: the other languages, former addresses, dates. */
const complete = async (req: PayloadRequest, collection: ReferenceKind, one: Named, editions: readonly Edition[]) => {
  for (const [locale, words] of editions)
    await req.payload.update({
      collection,
      id: one.id,
      data: words as never,
      locale,
      depth: 0,
      overrideAccess: true,
      req,
    });
  const { id, createdAt, updatedAt, revision } = one;
  const data = { formerSlugs: inside(one.formerSlugs), createdAt, updatedAt, revision };
  await req.payload.db.updateOne({ collection, id, data, req, returning: false });
};

/** The document here that is meant: by its id, by its web address, or made as it was. A run that was killed is gone on with. */
const settle = async (payload: Payload, collection: ReferenceKind, one: Named, topics: ReadonlyMap<string, string>) => {
  const req = await createLocalReq({}, payload);
  const same = await oneWhere(req, collection, { id: { equals: one.id } });
  const found = same ?? (await withSlug(req, collection, one));
  const editions = editionsOf(one);
  const lacking = same ? editions.filter(([locale]) => !same.name[locale]) : [];
  const [[locale, words] = ['vi' as const, {}], ...others] = editions;
  await inTransaction(req, async () => {
    if (lacking.length > 0) await complete(req, collection, one, lacking);
    if (found) return;
    const restored: Restored = { id: one.id };
    const data = { ...words, ...sharedOf(one, topics) } as never;
    await payload.create({ collection, data, locale, depth: 0, overrideAccess: true, context: { restored }, req });
    await complete(req, collection, one, others);
  });
  return found?.id ?? one.id;
};

/**
 * Finds what the pictures of a bag refer to, and makes what is not here: reference data is public by nature.
 * @returns ids here, by ids in the bag
 * @throws Failure `bag-record-malformed` and whatever else the studio refuses
 */
export const restoreReferences = async (payload: Payload, references: References): Promise<Known> => {
  const known = {
    agencies: new Map<string, string>(),
    topics: new Map<string, string>(),
    places: new Map<string, string>(),
    rights: new Map<string, string>(),
  };
  try {
    for (const collection of ['agencies', 'topics', 'places', 'rights'] as const)
      for (const one of references[collection] ?? [])
        known[collection].set(one.id, await settle(payload, collection, one, known.topics));
    return known;
  } catch (cause) {
    throw refusalOf(cause) ?? cause;
  }
};

import { createLocalReq, type Payload, type PayloadRequest, type Where } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { inTransaction } from '../../workflow/transaction.ts';
import type { Restored } from '../../workflow/with-description-rules.ts';
import type { ReferenceKind, References } from './format.ts';
import { inside } from './outside.ts';

/** Ids here of what stands in a bag under ids of its own. */
export type Known = Readonly<Record<ReferenceKind, ReadonlyMap<string, string>>>;

type Named = References[ReferenceKind][number];

const oneWhere = async (req: PayloadRequest, collection: ReferenceKind, where: Where): Promise<string | null> => {
  const { docs } = await req.payload.db.find({ collection, where, limit: 1, pagination: false, req });
  return docs[0] ? String(docs[0].id) : null;
};

/** The document here that is meant: the one with this id, else one with the same web address in the same language. */
const find = async (req: PayloadRequest, collection: ReferenceKind, { id, slug }: Named): Promise<string | null> => {
  const same = await oneWhere(req, collection, { id: { equals: id } });
  const slugs = Object.entries(inside(slug)).map(([locale, one]) => ({ [`slug.${locale}`]: { equals: one } }));
  return same ?? (slugs.length > 0 ? oneWhere(req, collection, { or: slugs }) : null);
};

/** Fields by language, the first with a name first: a record begins in a language in which it has one. */
const editionsOf = (one: Named): [locale: (typeof studioLocales)[number], words: Record<string, string>][] => {
  const { name, slug, summary } = one;
  const all = {
    name: inside(name),
    slug: inside(slug),
    summary: inside(summary),
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
  if ('website' in one) return { website: one.website, email: one.email, phone: one.phone };
  if ('latitude' in one) return { latitude: one.latitude, longitude: one.longitude };
  return { parent: one.parent === null ? null : (topics.get(one.parent) ?? null) };
};

/** Makes what is not here yet, as it was. */
const make = async (
  payload: Payload,
  collection: ReferenceKind,
  one: Named,
  topics: ReadonlyMap<string, string>,
): Promise<string> => {
  const req = await createLocalReq({}, payload);
  const [[first, words] = ['vi' as const, {}], ...others] = editionsOf(one);
  const restored: Restored = { id: one.id };
  await inTransaction(req, async () => {
    const data = { ...words, ...sharedOf(one, topics) } as never;
    await payload.create({ collection, data, locale: first, depth: 0, context: { restored }, req });
    for (const [locale, more] of others)
      await payload.update({ collection, id: one.id, data: more as never, locale, depth: 0, req });
    const { createdAt, updatedAt, revision } = one;
    const exact = { formerSlugs: inside(one.formerSlugs), createdAt, updatedAt, revision };
    await payload.db.updateOne({ collection, id: one.id, data: exact, req, returning: false });
  });
  return one.id;
};

/**
 * Finds what the pictures of a bag refer to, and makes what is not here: reference data is public by nature.
 * @returns ids here, by ids in the bag
 */
export const restoreReferences = async (payload: Payload, references: References): Promise<Known> => {
  const known = {
    agencies: new Map<string, string>(),
    topics: new Map<string, string>(),
    places: new Map<string, string>(),
  };
  const req = await createLocalReq({}, payload);
  for (const collection of ['agencies', 'topics', 'places'] as const)
    for (const one of references[collection])
      known[collection].set(
        one.id,
        (await find(req, collection, one)) ?? (await make(payload, collection, one, known.topics)),
      );
  return known;
};

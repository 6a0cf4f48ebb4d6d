import type { Payload } from 'payload';
import { z } from 'zod';
import type { StudioLocale } from '#languages/locales.ts';
import { anyId, byLocale } from '../desk/section.ts';
import { bestTitle } from '../desk/titles.ts';

const collections = { topic: 'topics', place: 'places', agency: 'agencies', record: 'rights' } as const;
export type NamedFacet = keyof typeof collections;
export const isNamedFacet = (name: string): name is NamedFacet => Object.hasOwn(collections, name);

const named = z.looseObject({ id: anyId, name: byLocale });
type Names = ReadonlyMap<string, z.infer<typeof byLocale>>;

const readNames = async ({ db }: Pick<Payload, 'db'>, collection: string): Promise<Names> => {
  const { docs } = await db.find({ collection, where: {}, limit: 0, pagination: false });
  return new Map(docs.map((doc) => named.parse(doc)).map(({ id, name }) => [id, name]));
};

/** Names of topics, places, agencies and rights records, which everybody in the studio may know. Read again when one of them has changed. */
export const openReferenceNames = (payload: Pick<Payload, 'db'>) => {
  let version = -1;
  const known = new Map<NamedFacet, Names>();
  return async (now: number, facet: NamedFacet, locale: StudioLocale): Promise<(id: string) => string | null> => {
    if (now !== version) known.clear();
    version = now;
    const names = known.get(facet) ?? (await readNames(payload, collections[facet]));
    if (now === version) known.set(facet, names);
    return (id) => (names.has(id) ? bestTitle(names.get(id), locale) : null);
  };
};

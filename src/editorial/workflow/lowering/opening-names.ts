import type { CollectionSlug, PayloadRequest } from 'payload';
import { z } from 'zod';
import { decide } from '#access/decide.ts';
import type { Kind } from '#access/rules.ts';
import { viewerOf } from '#collections/viewer-of.ts';
import { inPortions } from '../../desk/portions.ts';
import { anyId, byLocale } from '../../desk/section.ts';
import { bestTitle } from '../../desk/titles.ts';
import { languageOf } from '../../words/language-of.ts';
import type { Reference } from '../references.ts';

/** Names of other records, by their ids; null for what the person may not know of, or what is gone, which look alike. */
export type OpeningNames = Readonly<Record<string, string | null>>;

/** By what each kind of record is called. */
const called: Readonly<Partial<Record<CollectionSlug, readonly [Kind, 'title' | 'name' | 'person']>>> = {
  articles: ['article', 'title'],
  events: ['event', 'title'],
  images: ['image', 'title'],
  albums: ['album', 'title'],
  topics: ['topic', 'name'],
  places: ['place', 'name'],
  agencies: ['agency', 'name'],
  rights: ['rights', 'name'],
  consents: ['consent', 'person'],
};

const text = z.union([z.string(), byLocale]);
const row = z.looseObject({ id: anyId });

const readNames = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: readonly string[],
): Promise<[string, string][]> => {
  const [kind, field] = called[collection] ?? [];
  if (!kind || !field || 'refuse' in decide(viewerOf(req.user), 'read', { kind })) return [];
  const language = languageOf(req);
  return inPortions(ids, async (some) => {
    const { docs } = await req.payload.find({
      ...{ collection, where: { id: { in: some } }, pagination: false, limit: 0, draft: true, locale: 'all', depth: 0 },
      ...{ select: { [field]: true } as never, overrideAccess: false, user: req.user },
    });
    return z
      .array(row)
      .parse(docs)
      .map((one): [string, string] => {
        const name = text.parse(one[field]);
        return [one.id, typeof name === 'string' ? name : bestTitle(name, language)];
      })
      .filter(([, name]) => name !== '');
  });
};

/** How that is called to which documents refer, read with the person’s own rights. */
export const namesOf = async (req: PayloadRequest, references: readonly Reference[]): Promise<OpeningNames> => {
  const names: Record<string, string | null> = {};
  for (const { id } of references) names[id] = null;
  for (const collection of new Set(references.map((one) => one.collection as CollectionSlug))) {
    const ids = references.filter((one) => one.collection === collection).map(({ id }) => id);
    Object.assign(names, Object.fromEntries(await readNames(req, collection, [...new Set(ids)])));
  }
  return names;
};

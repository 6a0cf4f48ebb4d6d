import type { Payload } from 'payload';
import type { Cast } from './made-up-archive.ts';

type Named = 'topics' | 'places' | 'agencies';

const makeMany = async (payload: Payload, collection: Named, count: number): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const data = { name: `${collection} ${n}` } as never;
    ids.push(String((await payload.create({ collection, locale: 'en', data, depth: 0 })).id));
  }
  return ids;
};

const master = {
  sha256: 'ab'.repeat(32),
  bytes: 1,
  type: 'image/jpeg',
  width: 3,
  height: 2,
  pages: 1,
  display: 'whole',
};

/** Makes what made-up pictures belong to, so many of each, and the picture that all of them are like. */
export const makeCast = async (payload: Payload, many: Readonly<Record<Named, number>>): Promise<Cast> => {
  const topics = await makeMany(payload, 'topics', many.topics);
  const places = await makeMany(payload, 'places', many.places);
  const agencies = await makeMany(payload, 'agencies', many.agencies);
  const image = await payload.create({
    collection: 'images',
    locale: 'en',
    data: { title: 'First', topics: topics.slice(0, 1), places: places.slice(0, 1), agency: agencies[0] } as never,
    context: { taken: { master, thumbhash: 'YJqGPQw7sFlslqhFafSE+Q6oJ1h2iHB2Rw==' } },
    depth: 0,
  });
  return { original: String(image.id), topics, places, agencies };
};

import type { CollectionSlug } from 'payload';
import type { Progress } from '../../../beside/followed.ts';
import { translatedCollections } from '../../translated-collections.ts';
import { keyOf } from './coverage-document.ts';
import { type IndexParts, readAgain } from './read-again.ts';
import { readStamps } from './stamps.ts';

const page = 500;

/**
 * Compares the whole index with the database, and reads again what differs: all of it, where the index is new. Questions wait
 * meanwhile, since a document may have been marked higher while nobody followed.
 */
export const compareAll = async (parts: IndexParts, tell: (progress: Progress) => void): Promise<void> => {
  const { payload, columns } = parts;
  let total = 0;
  for (const collection of translatedCollections)
    total += (await payload.db.count({ collection: collection as CollectionSlug, where: {} })).totalDocs;
  const there = new Set<string>();
  for (const collection of translatedCollections) {
    for (let after: string | null = ''; after !== null; ) {
      tell({ done: there.size, total });
      const { stamps, last }: Awaited<ReturnType<typeof readStamps>> = await readStamps(
        payload,
        collection,
        after,
        page,
      );
      const differ = [...stamps].filter(([id, stamp]) => {
        const row = columns.rowOf(keyOf(collection, id));
        return row === undefined || columns.stamps[row] !== stamp;
      });
      await readAgain(
        parts,
        collection,
        differ.map(([id]) => id),
      );
      for (const id of stamps.keys()) there.add(keyOf(collection, id));
      after = last;
    }
  }
  const gone = columns.ids.filter((key): key is string => key !== null && !there.has(key));
  for (const collection of translatedCollections) {
    const ids = gone.filter((key) => key.startsWith(`${collection}/`)).map((key) => key.slice(collection.length + 1));
    await readAgain(parts, collection, ids);
  }
};

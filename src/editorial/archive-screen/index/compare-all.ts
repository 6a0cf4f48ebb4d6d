import { sealOf } from '#access/level.ts';
import type { Progress } from '../../beside/followed.ts';
import { readMarkings } from '../../beside/read-markings.ts';
import { orNone } from './picture.ts';
import { type IndexParts, readAgain } from './read-again.ts';
import { readAlbumsOf, readStamps } from './read-committed.ts';

const page = 1000;

/**
 * Compares the whole index with the database, and reads again what differs: all of it, where the index is new. Questions wait
 * meanwhile, since a picture may have been marked higher while nobody followed.
 */
export const compareAll = async (parts: IndexParts, tell: (progress: Progress) => void): Promise<void> => {
  const { payload, columns } = parts;
  const { totalDocs: total } = await payload.db.count({ collection: 'images', where: {} });
  const there = new Set<string>();
  for (let after = ''; ; ) {
    tell({ done: there.size, total });
    const stamps = await readStamps(payload, after, page);
    const ids = stamps.map(({ id }) => id);
    const markings = await readMarkings(payload, 'images', ids);
    const albums = await readAlbumsOf(payload, ids);
    const differ = stamps.filter(({ id, changed }) => {
      const row = columns.rowOf(id);
      const marking = markings.get(id);
      if (row === undefined || !marking) return true;
      const seal = columns.texts.seal.values[columns.texts.seal.codes[row] ?? 0]?.[0];
      if (columns.moments.changed[row] !== changed || seal !== sealOf(marking)) return true;
      const { values, codes } = columns.facets.album;
      return values[codes[row] ?? 0]?.join() !== orNone(albums.get(id) ?? []).join();
    });
    await readAgain(
      parts,
      differ.map(({ id }) => id),
    );
    for (const id of ids) there.add(id);
    const last = ids.at(-1);
    if (stamps.length < page || last === undefined) break;
    after = last;
  }
  const gone = columns.ids.filter((id) => id !== null && !there.has(id));
  await readAgain(parts, gone as string[]);
};

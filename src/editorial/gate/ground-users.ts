import type { SelectType, Where } from 'payload';
import { z } from 'zod';
import { albumDefaults } from '../albums/album-defaults.ts';
import type { Ground } from './grounds.ts';

/** Asks the database of the studio. */
export type Find = (
  collection: string,
  where: Where,
  limit: number,
  more?: { readonly sort?: string; readonly select?: SelectType },
) => Promise<unknown[]>;

const withId = z.object({ id: z.string() });
const member = z.object({ image: z.string() });
const select = { createdAt: true } as const;

const idsOf = (docs: readonly unknown[]): string[] => docs.flatMap((doc) => withId.safeParse(doc).data?.id ?? []);

/** As deep as a tree of albums may be. */
const deepest = 16;

/** Albums with all that stand below them. */
export const albumsBelow = async (find: Find, roots: readonly string[]): Promise<string[]> => {
  const found = new Set(roots);
  let level = [...roots];
  for (let step = 0; step < deepest && level.length > 0; step += 1) {
    const below = idsOf(await find('albums', { within: { in: level } }, 0, { select }));
    level = below.filter((id) => !found.has(id));
    for (const id of level) found.add(id);
  }
  return [...found];
};

/** Pictures in any of some albums, each once, in ascending order of their ids. */
const picturesIn = async (find: Find, albums: readonly string[], after: string | null, limit: number) => {
  const ids: string[] = [];
  for (let from = after; albums.length > 0; ) {
    const within: Where = { album: { in: [...albums] } };
    const where: Where = from === null ? within : { and: [within, { image: { greater_than: from } }] };
    const rows = await find('album-members', where, limit, { sort: 'image' });
    ids.push(...rows.flatMap((row) => member.safeParse(row).data?.image ?? []));
    from = ids.at(-1) ?? null;
    if (rows.length < limit || new Set(ids).size >= limit) break;
  }
  return [...new Set(ids)];
};

const picturesNaming = async (find: Find, field: string, id: string, after: string | null, limit: number) => {
  const named: Where = { [field]: { in: [id] } };
  const where: Where = after === null ? named : { and: [named, { id: { greater_than: after } }] };
  return idsOf(await find('images', where, limit, { sort: 'id', select }));
};

/** Ids of the pictures that stand upon something, in ascending order: `limit` of them, fewer where there are no more. */
export const groundUsers = async (
  find: Find,
  { collection, id }: Ground,
  after: string | null,
  limit: number,
): Promise<string[]> => {
  if (collection === 'consents') return picturesNaming(find, 'consents', id, after, limit);
  if (collection === albumDefaults)
    return (await picturesIn(find, await albumsBelow(find, [id]), after, limit)).slice(0, limit);
  const giving = idsOf(await find('albums', { rightsRecord: { equals: id } }, 0, { select }));
  const named = await picturesNaming(find, 'rightsRecord', id, after, limit);
  const taking = await picturesIn(find, await albumsBelow(find, giving), after, limit);
  return [...new Set([...named, ...taking])].sort().slice(0, limit);
};

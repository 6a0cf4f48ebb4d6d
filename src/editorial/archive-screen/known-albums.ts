import type { Payload } from 'payload';
import { z } from 'zod';
import { anyId, type ByLocale, byLocale } from '../desk/section.ts';

/** An album as answers name it, and what it is marked with. */
export interface KnownAlbum {
  readonly title: ByLocale;
  readonly seal: string;
}
export type KnownAlbums = ReadonlyMap<string, KnownAlbum>;

const titled = z.looseObject({ id: anyId, title: byLocale });
const marking = z.looseObject({ subjectId: z.string(), seal: z.string() });
const everything = { limit: 0, pagination: false } as const;

const readAlbums = async ({ db }: Pick<Payload, 'db'>): Promise<KnownAlbums> => {
  const { docs } = await db.find({ collection: 'albums', where: {}, ...everything, select: { title: true } });
  // Read last: a raise in between is then in it
  const markings = await db.find({
    ...{ collection: 'markings', where: { subjectType: { equals: 'albums' } }, ...everything },
    select: { subjectId: true, seal: true },
  });
  const seals = new Map(
    z
      .array(marking)
      .parse(markings.docs)
      .map(({ subjectId, seal }) => [subjectId, seal]),
  );
  return new Map(
    z
      .array(titled)
      .parse(docs)
      .flatMap(({ id, title }) => {
        const seal = seals.get(id);
        return seal === undefined ? [] : [[id, { title, seal }]];
      }),
  );
};

/** All albums, read again when one of them has changed: `now` grows with every change. */
export const openKnownAlbums = (payload: Pick<Payload, 'db'>): ((now: number) => Promise<KnownAlbums>) => {
  let kept: { version: number; albums: KnownAlbums } | null = null;
  return async (now) => {
    if (kept?.version === now) return kept.albums;
    const albums = await readAlbums(payload);
    kept = { version: now, albums };
    return albums;
  };
};

import type { Where } from 'payload';
import { z } from 'zod';
import type { Asker } from './desk.ts';
import { inPortions } from './portions.ts';
import { anyId } from './section.ts';

const withId = z.looseObject({ id: anyId });
const giving = withId.extend({ rightsRecord: z.unknown().optional() });
const member = z.object({ image: z.string() });

/** As deep as a tree of albums may be. */
const deepest = 16;

/** Albums of which the pictures take a rights record: those that name it, and those below them that name none. */
const albumsTaking = async ({ payload, user }: Asker, record: string): Promise<string[]> => {
  const find = async (where: Where) => {
    const { docs } = await payload.find({
      ...{ collection: 'albums', where, pagination: false, limit: 0, select: { createdAt: true }, depth: 0 },
      ...{ overrideAccess: false, user },
    });
    return z
      .array(withId)
      .parse(docs)
      .map(({ id }) => id);
  };
  const found = new Set<string>();
  let level = await find({ rightsRecord: { equals: record } });
  for (let step = 0; step < deepest && level.length > 0; step += 1) {
    for (const id of level) found.add(id);
    // The tree is asked beneath the rules of fields: which album stands above another is told to nobody here
    const { docs } = await payload.db.find({
      ...{ collection: 'albums', where: { within: { in: level } }, limit: 0, pagination: false },
      select: { rightsRecord: true },
    });
    const below = z
      .array(giving)
      .parse(docs)
      .flatMap(({ id, rightsRecord }) => (rightsRecord ? [] : [id]));
    const known = below.length === 0 ? [] : await find({ id: { in: below } });
    level = known.filter((id) => !found.has(id));
  }
  return [...found];
};

/** Pictures that take a rights record from an album, as far as the person may know of both. */
export const picturesTaking = async (asker: Asker, record: string): Promise<string[]> => {
  const albums = await albumsTaking(asker, record);
  if (albums.length === 0) return [];
  const members = await inPortions(albums, async (some) => {
    const where = { album: { in: some } };
    const { docs } = await asker.payload.db.find({ collection: 'album-members', where, limit: 0, pagination: false });
    return z.array(member).parse(docs);
  });
  const images = [...new Set(members.map(({ image }) => image))];
  const seen = await inPortions(images, async (some) => {
    const found = await asker.payload.find({
      ...{ collection: 'images', where: { id: { in: some } }, pagination: false, limit: 0 },
      ...{ select: { createdAt: true }, depth: 0, overrideAccess: false, user: asker.user },
    });
    return z.array(withId).parse(found.docs);
  });
  return seen.map(({ id }) => id);
};

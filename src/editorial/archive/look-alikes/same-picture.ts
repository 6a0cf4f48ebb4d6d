import type { PayloadRequest, Where } from 'payload';
import { z } from 'zod';
import { behind, standInsOf } from './stand-in.ts';

const withMaster = z.looseObject({
  id: z.string(),
  master: z.looseObject({ sha256: z.string() }).nullish().catch(null),
});

/** Ids of the images whose master is of the same bytes as that of one of these. */
const ofSameBytes = async (req: PayloadRequest, ids: readonly string[]): Promise<string[]> => {
  const find = async (where: Where) => {
    const { docs } = await req.payload.db.find({ collection: 'images', where, limit: 0, pagination: false, req });
    return docs.map((doc) => withMaster.parse(doc));
  };
  const hashes = (await find({ id: { in: [...ids] } })).flatMap(({ master }) => master?.sha256 ?? []);
  if (hashes.length === 0) return [];
  return (await find({ 'master.sha256': { in: [...new Set(hashes)] } })).map(({ id }) => id);
};

/** Other records of the same picture: whichever of them stands for the others, and those of the same bytes. */
export const samePicture = async (req: PayloadRequest, image: string): Promise<string[]> => {
  const kept = (await standInsOf(req, [image])).get(image) ?? image;
  const united = [...new Set([image, kept, ...(await behind(req, kept))])];
  return [...new Set([...united, ...(await ofSameBytes(req, united))])].filter((id) => id !== image);
};

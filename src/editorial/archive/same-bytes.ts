import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { languageOf } from '../words/language-of.ts';

const known = z.looseObject({ id: z.union([z.string(), z.number()]).transform(String), title: z.string().nullish() });
export type KnownImage = z.infer<typeof known>;

/**
 * The image of these very bytes, as far as the person may know of it: one above their clearance is none to them.
 * Programs of ours, which act in nobody's name, see all.
 */
export const imageOfBytes = async (req: PayloadRequest, sha256: string): Promise<KnownImage | null> => {
  const { docs } = await req.payload.find({
    collection: 'images',
    where: { 'master.sha256': { equals: sha256 } },
    select: { title: true },
    locale: languageOf(req),
    limit: 1,
    pagination: false,
    depth: 0,
    ...(req.user ? { overrideAccess: false, user: req.user } : {}),
    req,
  });
  return docs[0] ? known.parse(docs[0]) : null;
};

/** @throws Failure `image-exists` (values: id and title of the image) for bytes that are in the archive already */
export const refuseKnownBytes = async (req: PayloadRequest, sha256: string): Promise<void> => {
  const found = await imageOfBytes(req, sha256);
  if (found) throw new Failure('image-exists', { id: found.id, title: found.title || found.id.slice(0, 8) });
};

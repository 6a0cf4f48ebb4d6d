import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { atAGlance } from '../audit/with-noted-reads.ts';
import { idIn, signedIn } from './signed-in.ts';

const image = z.looseObject({
  master: z.looseObject({ sha256: z.string(), type: z.string(), filename: z.string().nullish() }),
});

/**
 * What the record of the image in the path knows of its bytes, under the very rule of the record.
 * @throws Failure `not-found` for what is missing or hidden
 */
export const readMaster = async (req: PayloadRequest) => {
  signedIn(req);
  const found: unknown = await req.payload.findByID({
    collection: 'images',
    id: idIn(req),
    depth: 0,
    disableErrors: true,
    // A small picture stands among others in a list
    context: { [atAGlance]: req.searchParams.has('width') },
    overrideAccess: false,
    user: req.user,
    req,
  });
  const read = image.safeParse(found);
  if (!read.success) throw new Failure('not-found');
  return read.data.master;
};

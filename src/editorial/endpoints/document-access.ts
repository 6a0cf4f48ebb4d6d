import { addDataAndFileToRequest, type CollectionSlug, docAccessOperation, type Endpoint } from 'payload';
import { Failure } from '#errors/failure.ts';
import { unshown } from '../audit/unshown.ts';
import { answering } from './after-error.ts';
import { idIn } from './signed-in.ts';

/**
 * `POST /api/{collection}/access/:id`, in the place of the stock one: what somebody may do with a document. Payload’s own answers
 * with an empty list for what is hidden and with “not found” for what is not there, and so tells the two apart.
 *
 * @throws not found, for both alike
 */
export const documentAccessEndpoint = (collection: CollectionSlug): Endpoint => ({
  path: '/access/:id',
  method: 'post',
  handler: answering(async (req) => {
    const id = idIn(req);
    await addDataAndFileToRequest(req);
    await unshown(req, () =>
      req.payload.findByID({ collection, id, draft: true, depth: 0, overrideAccess: false, req }),
    );
    const known = req.payload.collections[collection];
    if (!known) throw new Failure('not-found');
    return Response.json(await docAccessOperation({ id, collection: known, data: req.data, req }));
  }),
});

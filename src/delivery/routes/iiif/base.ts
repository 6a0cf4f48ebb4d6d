import { z } from 'zod';
import { cacheFor, openHeaders } from '../../http/headers.ts';
import { imageService } from '../../views/iiif/addresses.ts';
import { also } from '../responses.ts';
import type { Route } from '../route.ts';
import { offered, pictureId } from './offered.ts';

/** The base address of a picture’s image service leads to what the service says of itself (IIIF Image API 3.0, 2). */
export const iiifBase: Route = {
  path: '/iiif/3/{id}',
  operation: {
    operationId: 'getImageService',
    tags: ['iiif'],
    summary: 'The image service of a picture: leads to its information',
    requestParams: { path: z.object({ id: pictureId }) },
    responses: also(303, 404, 410, 503),
  },
  handler: (context) => (request, response) => {
    const { id } = offered(context, request);
    response.writeHead(303, [
      ...['Location', `${imageService(context.publicUrl, id)}/info.json`, 'Content-Length', '0'],
      ...['Cache-Control', cacheFor.content, ...openHeaders],
    ]);
    response.end();
    context.count(303);
  },
};

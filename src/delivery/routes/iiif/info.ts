import { z } from 'zod';
import { exampleInfo } from '../../openapi/iiif-examples.ts';
import { imageContext, imageInfo, viewImageInfo } from '../../views/iiif/info.ts';
import { also, conditions, linkedData } from '../responses.ts';
import type { Route } from '../route.ts';
import { sendLinkedData } from './linked-data.ts';
import { offered, pictureId } from './offered.ts';

/** The address of the level that every picture’s service has. */
export const levelLink = '<http://iiif.io/api/image/3/level2.json>;rel="profile"';

export const iiifInfo: Route = {
  path: '/iiif/3/{id}/info.json',
  operation: {
    operationId: 'getImageInformation',
    tags: ['iiif'],
    summary: 'How large a picture is and what can be asked of it (IIIF Image API 3.0)',
    requestParams: { path: z.object({ id: pictureId }), header: conditions },
    responses: {
      200: linkedData('The image information', imageContext, imageInfo, exampleInfo()),
      ...also(304, 404, 410, 503),
    },
  },
  handler: (context) => (request, response) => {
    const source = offered(context, request);
    sendLinkedData(context, request, response, imageContext, () => ({
      value: viewImageInfo(source, context.publicUrl),
      modified: source.modified,
      link: levelLink,
    }));
  },
};

import { z } from 'zod';
import type { Context } from '../../context.ts';
import type { ViewerWords } from '../../http/viewer-words.ts';
import { exampleManifest } from '../../openapi/iiif-examples.ts';
import type { IiifSource } from '../../projection/iiif-source.ts';
import { pictureAbsence } from '../../projection/picture-absence.ts';
import { lensOn } from '../../projection/render-dirty.ts';
import { manifest, presentationContext, viewManifest } from '../../views/iiif/manifest.ts';
import { also, conditions, linkedData } from '../responses.ts';
import type { Route } from '../route.ts';
import { sendLinkedData } from './linked-data.ts';
import { offered, pictureId } from './offered.ts';

const manifestOf = (context: Context, words: ViewerWords, source: IiifSource) => {
  const { store } = context;
  const lens = lensOn(store, context, new Date().toISOString());
  const record = lens.record(source.id);
  if (record?.type !== 'image') throw pictureAbsence(store, source.id);
  return { value: viewManifest(record, source, words, lens), modified: source.modified };
};

export const iiifManifest = (words: ViewerWords): Route => ({
  path: '/iiif/3/{id}/manifest.json',
  operation: {
    operationId: 'getImageManifest',
    tags: ['iiif'],
    summary: 'A picture with its words in every language, for viewers (IIIF Presentation API 3.0)',
    requestParams: { path: z.object({ id: pictureId }), header: conditions },
    responses: {
      200: linkedData('The manifest', presentationContext, manifest, exampleManifest(words)),
      ...also(304, 404, 410, 503),
    },
  },
  handler: (context) => (request, response) => {
    const source = offered(context, request);
    sendLinkedData(context, request, response, presentationContext, () => manifestOf(context, words, source));
  },
});

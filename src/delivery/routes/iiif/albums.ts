import type { Request } from 'express';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { publicId } from '#record/common.ts';
import type { Context } from '../../context.ts';
import { readQuery } from '../../http/query.ts';
import type { ViewerWords } from '../../http/viewer-words.ts';
import { exampleAlbumCollection, exampleAlbumManifest, exampleTopCollection } from '../../openapi/iiif-examples.ts';
import { rootAlbums } from '../../projection/albums.ts';
import { albumsModified, coverSource, longestManifest, sourcesIn } from '../../projection/iiif-albums.ts';
import { absence } from '../../projection/picture-absence.ts';
import { lensOn } from '../../projection/render-dirty.ts';
import {
  type AlbumsShown,
  albumCollection,
  viewAlbumCollection,
  viewTopCollection,
} from '../../views/iiif/album-collection.ts';
import { albumManifest, viewAlbumManifest } from '../../views/iiif/album-manifest.ts';
import { albumIn, sharedOf } from '../../views/iiif/album-metadata.ts';
import { presentationContext } from '../../views/iiif/manifest.ts';
import type { Lens } from '../../views/lens.ts';
import { also, conditions, linkedData } from '../responses.ts';
import type { Route } from '../route.ts';
import { sendLinkedData } from './linked-data.ts';

const noParameters = z.strictObject({});
const albumId = publicId.meta({ description: 'Id of the album', example: 'nQ5wE1rTY7uI9oPaSd3fGA' });

/** @throws Failure `not-ready`; ParameterFailure for any query */
const begin = (context: Context, request: Request): Lens => {
  readQuery(request.url, noParameters);
  context.projection.requireReady();
  return lensOn(context.store, context, new Date().toISOString());
};

const shownIn = ({ store }: Context, lens: Lens): AlbumsShown => {
  const cover = (id: string) => {
    const album = albumIn(lens, id);
    return album && coverSource(store, id, sharedOf(album.seen)?.cover ?? null);
  };
  return { cover, hasPictures: (id) => sourcesIn(store, id, 1).length > 0 };
};

/** The pictures of an album in order, as a manifest. */
export const iiifAlbumManifest = (words: ViewerWords): Route => ({
  path: '/iiif/3/albums/{id}/manifest.json',
  operation: {
    operationId: 'getAlbumManifest',
    tags: ['iiif'],
    summary: 'The pictures of an album in order, for viewers (IIIF Presentation API 3.0)',
    description: `Each picture is a canvas with its own credit and rights. A manifest has the first ${longestManifest} pictures of an album; the list in \`/v1\` has all. An album without pictures has none.`,
    requestParams: { path: z.object({ id: albumId }), header: conditions },
    responses: {
      200: linkedData('The manifest', presentationContext, albumManifest, exampleAlbumManifest(words)),
      ...also(304, 404, 410, 503),
    },
  },
  handler: (context) => (request, response) => {
    const lens = begin(context, request);
    const id = String(request.params.id);
    sendLinkedData(context, request, response, presentationContext, () => {
      const album = albumIn(lens, id);
      if (!album) throw absence(context.store, 'album', id);
      const sources = sourcesIn(context.store, id);
      if (sources.length === 0) throw new Failure('not-found');
      const cover = coverSource(context.store, id, sharedOf(album.seen)?.cover ?? null);
      const value = viewAlbumManifest({ ...album, sources, cover }, words, lens);
      return { value, modified: albumsModified(context.store) };
    });
  },
});

/** An album with what stands below it, as a collection. */
export const iiifAlbumCollection = (words: ViewerWords): Route => ({
  path: '/iiif/3/albums/{id}/collection.json',
  operation: {
    operationId: 'getAlbumCollection',
    tags: ['iiif'],
    summary: 'An album and what stands below it in the tree, for viewers (IIIF Presentation API 3.0)',
    requestParams: { path: z.object({ id: albumId }), header: conditions },
    responses: {
      200: linkedData('The collection', presentationContext, albumCollection, exampleAlbumCollection(words)),
      ...also(304, 404, 410, 503),
    },
  },
  handler: (context) => (request, response) => {
    const lens = begin(context, request);
    const id = String(request.params.id);
    sendLinkedData(context, request, response, presentationContext, () => {
      const value = viewAlbumCollection(id, shownIn(context, lens), words, lens);
      if (!value) throw absence(context.store, 'album', id);
      return { value, modified: albumsModified(context.store) };
    });
  },
});

/** Where viewers begin: the albums above which there is none. */
export const iiifTopCollection = (words: ViewerWords): Route => ({
  path: '/iiif/3/albums/collection.json',
  operation: {
    operationId: 'getTopCollection',
    tags: ['iiif'],
    summary: 'All albums at the top of the tree, for viewers (IIIF Presentation API 3.0)',
    requestParams: { header: conditions },
    responses: {
      200: linkedData('The collection', presentationContext, albumCollection, exampleTopCollection(words)),
      ...also(304, 503),
    },
  },
  handler: (context) => (request, response) => {
    const lens = begin(context, request);
    sendLinkedData(context, request, response, presentationContext, () => ({
      value: viewTopCollection(rootAlbums(context.store), shownIn(context, lens), words, lens),
      modified: albumsModified(context.store),
    }));
  },
});

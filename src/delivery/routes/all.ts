import type { Registry } from 'prom-client';
import { loadViewerWords } from '../http/viewer-words.ts';
import { agencies } from './agencies.ts';
import { agency } from './agency.ts';
import { album } from './album.ts';
import { albums } from './albums.ts';
import { article } from './article.ts';
import { articles } from './articles.ts';
import { docs, docsStart } from './docs.ts';
import { docsProgram } from './docs-program.ts';
import { event } from './event.ts';
import { events } from './events.ts';
import { healthRoute } from './health.ts';
import { iiifAlbumCollection, iiifAlbumManifest, iiifTopCollection } from './iiif/albums.ts';
import { iiifBase } from './iiif/base.ts';
import { iiifImage } from './iiif/image.ts';
import { iiifInfo } from './iiif/info.ts';
import { iiifManifest } from './iiif/manifest.ts';
import { image } from './image.ts';
import { imageDownload } from './image-download.ts';
import { imageFile } from './image-file.ts';
import { images } from './images.ts';
import { metricsRoute } from './metrics.ts';
import { openapiRoute } from './openapi.ts';
import { place } from './place.ts';
import { places } from './places.ts';
import { pressKit } from './press-kit.ts';
import { pressKitFile } from './press-kit-file.ts';
import { pressKits } from './press-kits.ts';
import { root } from './root.ts';
import type { Route } from './route.ts';
import { statusRoute } from './status.ts';
import { topic } from './topic.ts';
import { topics } from './topics.ts';

/** What routes need that is made with the whole of them in hand. */
export interface RouteParts {
  readonly registry: Registry;
  /** The OpenAPI document as JSON. */
  describe(routes: readonly Route[]): string;
}

/** Every address of delivery, in the order in which the reference tells them. */
export const allRoutes = ({ registry, describe }: RouteParts): readonly Route[] => {
  const content = [
    ...[articles, article, events, event, images, image, albums, album, pressKits, pressKit],
    ...[places, place, topics, topic, agencies, agency],
  ];
  const operation = [healthRoute, statusRoute, metricsRoute(registry)];
  const reference = [openapiRoute(() => describe(routes)), docs, docsProgram, docsStart, root];
  const words = loadViewerWords();
  const ofAlbums = [iiifTopCollection(words), iiifAlbumCollection(words), iiifAlbumManifest(words)];
  const iiif = [iiifBase, iiifInfo, iiifManifest(words), ...ofAlbums, iiifImage];
  const routes: readonly Route[] = [
    ...content,
    imageFile,
    imageDownload,
    pressKitFile,
    ...iiif,
    ...operation,
    ...reference,
  ];
  return routes;
};

import type { CollectionConfig, CollectionSlug, Endpoint } from 'payload';
import { archiveEndpoints } from '../archive-screen/archive-endpoints.ts';
import { editEndpoints } from '../archive-screen/edits/edit-endpoints.ts';
import { savedSearchEndpoints } from '../archive-screen/saved-search-endpoints.ts';
import { launchEndpointsOf } from '../launch/launch-endpoints.ts';
import { conceptEndpoints } from '../translation/terms/concept-endpoints.ts';
import { documentNamesEndpoint } from '../translation/terms/document-names.ts';
import { isTranslatedCollection } from '../translation/translated-collections.ts';
import { isTextCollection } from '../workflow/content-changes.ts';
import { type RestoredCollection, restored } from '../workflow/restore-version.ts';
import { albumEndpoints, albumsOfImage } from './album-endpoints.ts';
import { closedToPeople, closedWithoutVersions } from './closed-endpoints.ts';
import { deletionEndpoints } from './deletion-endpoints.ts';
import { documentAccessEndpoint } from './document-access.ts';
import { grantEndpoints } from './grant-endpoints.ts';
import { historyEndpoints } from './history-endpoints.ts';
import { type ImageValues, imageEndpoints } from './image-endpoints.ts';
import { lookAlikeEndpoints } from './look-alike-endpoints.ts';
import { loweringEndpoints } from './lowering-endpoints.ts';
import { basesEndpoint, extendEndpoint, raiseEndpoint } from './marking-endpoints.ts';
import { restoreEndpoint } from './restore-endpoint.ts';
import { textEndpoints } from './text-endpoints.ts';

const isRestored = (slug: string): slug is RestoredCollection => Object.hasOwn(restored, slug);

const endpointsOf = (slug: string, values: ImageValues): Endpoint[] => {
  if (slug === 'users') return [...closedToPeople, ...grantEndpoints];
  if (slug === 'markings') return [basesEndpoint, raiseEndpoint, extendEndpoint, ...loweringEndpoints];
  if (slug === 'concepts') return [...conceptEndpoints, restoreEndpoint(slug)];
  return [
    ...(isTextCollection(slug) ? [...textEndpoints(slug), ...launchEndpointsOf(slug)] : []),
    ...(slug === 'images'
      ? [
          ...lookAlikeEndpoints,
          ...archiveEndpoints,
          ...editEndpoints,
          ...savedSearchEndpoints,
          ...deletionEndpoints(values.deletionTermDays),
          ...historyEndpoints(values.mastersDir),
          ...imageEndpoints(values),
          albumsOfImage,
        ]
      : []),
    ...(slug === 'albums' ? albumEndpoints(values) : []),
    ...(isRestored(slug) ? [restoreEndpoint(slug)] : []),
    ...(isTranslatedCollection(slug) ? [documentNamesEndpoint(slug)] : []),
  ];
};

/** Gives a collection its addresses of ours. They come before Payload's own, and so take their place. */
export const withEndpoints = (collection: CollectionConfig, values: ImageValues): CollectionConfig => ({
  ...collection,
  endpoints: [
    ...endpointsOf(collection.slug, values),
    ...(collection.versions ? [] : closedWithoutVersions),
    documentAccessEndpoint(collection.slug as CollectionSlug),
    ...(collection.endpoints || []),
  ],
});

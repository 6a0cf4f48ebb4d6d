import type { CollectionConfig, CollectionSlug, Endpoint } from 'payload';
import { openMasterReader } from '#media/intake/master-store.ts';
import { archiveEndpoints } from '../archive-screen/archive-endpoints.ts';
import { editEndpoints } from '../archive-screen/edits/edit-endpoints.ts';
import { savedSearchEndpoints } from '../archive-screen/saved-search-endpoints.ts';
import { copyEndpoints } from '../copies/copy-endpoints.ts';
import { launchEndpointsOf } from '../launch/launch-endpoints.ts';
import { relyingPartyOf } from '../people/factors/passkeys/relying-party.ts';
import { nobody } from '../people/factors/required.ts';
import { signingEndpoints } from '../people/sessions/session-endpoints.ts';
import type { PeopleValues } from '../people/with-people-rules.ts';
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

/** What endpoints have to know of the installation. */
type DoorValues = ImageValues & PeopleValues;

const endpointsOf = (slug: string, values: DoorValues): Endpoint[] => {
  const masters = () => openMasterReader(values.mastersDir, values.atRest);
  if (slug === 'users')
    return [
      ...signingEndpoints(values.secondFactor ?? nobody, relyingPartyOf(values.studioUrl)),
      ...closedToPeople,
      ...grantEndpoints,
    ];
  if (slug === 'markings')
    return [basesEndpoint, raiseEndpoint, extendEndpoint, ...loweringEndpoints, ...copyEndpoints(masters())];
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
          ...historyEndpoints(masters()),
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
export const withEndpoints = (collection: CollectionConfig, values: DoorValues): CollectionConfig => ({
  ...collection,
  endpoints: [
    ...endpointsOf(collection.slug, values),
    ...(collection.versions ? [] : closedWithoutVersions),
    documentAccessEndpoint(collection.slug as CollectionSlug),
    ...(collection.endpoints || []),
  ],
});

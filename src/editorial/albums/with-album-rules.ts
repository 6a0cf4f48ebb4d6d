import type { CollectionAfterDeleteHook, CollectionConfig } from 'payload';
import { hideReferences } from '../workflow/hide-references.ts';
import { withDescriptionRules } from '../workflow/with-description-rules.ts';
import { forgetMembers } from './members.ts';

const forget =
  (of: 'album' | 'image'): CollectionAfterDeleteHook =>
  ({ id, req }) =>
    forgetMembers(req, of, String(id));

/** Rules of albums: those of all that is described; what somebody may not know of is not named to them. */
export const withAlbumRules = (collection: CollectionConfig): CollectionConfig => {
  const ruled = withDescriptionRules(collection);
  return {
    ...ruled,
    hooks: {
      ...ruled.hooks,
      afterRead: [...(ruled.hooks?.afterRead ?? []), hideReferences],
      afterDelete: [...(ruled.hooks?.afterDelete ?? []), forget('album')],
    },
  };
};

/** A picture that is deleted leaves its albums. */
export const leavingAlbums = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, afterDelete: [...(collection.hooks?.afterDelete ?? []), forget('image')] },
});

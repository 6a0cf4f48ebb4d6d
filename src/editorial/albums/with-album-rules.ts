import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
} from 'payload';
import { hideReferences } from '../workflow/hide-references.ts';
import { withDescriptionRules } from '../workflow/with-description-rules.ts';
import { hintDefaults } from './album-defaults.ts';
import { idOf } from './check-album.ts';
import { forgetMembers } from './members.ts';
import { refuseWhileGiving } from './refuse-while-giving.ts';

const forget =
  (of: 'album' | 'image'): CollectionAfterDeleteHook =>
  ({ id, req }) =>
    forgetMembers(req, of, String(id));

const changedKey = (id: unknown) => `album-defaults:${String(id)}`;

/** Whether a save changes what pictures take from an album: its rights record, or the album above it. */
const noteDefaults: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const isChanged =
    operation === 'update' &&
    (['rightsRecord', 'within'] as const).some((name) => idOf(data[name]) !== idOf(originalDoc[name]));
  if (!isChanged) return data;
  req.context[changedKey(originalDoc.id)] = true;
  if (req.payload.db.name !== 'sqlite') await hintDefaults(req, String(originalDoc.id), null);
  return data;
};

const hintChanged: CollectionAfterChangeHook = async ({ doc, req }) => {
  if (req.context[changedKey(doc.id)] === true) await hintDefaults(req, String(doc.id), req);
};

const beforeDelete: CollectionBeforeDeleteHook = ({ id, req }) => refuseWhileGiving(req, String(id));

/** Rules of albums: those of all that is described; what somebody may not know of is not named to them. */
export const withAlbumRules = (collection: CollectionConfig): CollectionConfig => {
  const ruled = withDescriptionRules(collection);
  return {
    ...ruled,
    hooks: {
      ...ruled.hooks,
      beforeChange: [...(ruled.hooks?.beforeChange ?? []), noteDefaults],
      afterChange: [...(ruled.hooks?.afterChange ?? []), hintChanged],
      afterRead: [...(ruled.hooks?.afterRead ?? []), hideReferences],
      beforeDelete: [beforeDelete, ...(ruled.hooks?.beforeDelete ?? [])],
      afterDelete: [...(ruled.hooks?.afterDelete ?? []), forget('album')],
    },
  };
};

/** A picture that is deleted leaves its albums. */
export const leavingAlbums = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, afterDelete: [...(collection.hooks?.afterDelete ?? []), forget('image')] },
});

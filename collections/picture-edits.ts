import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/** Edits of many pictures at once: what somebody wants changed, of which pictures, and how far it is. */
export const pictureEdits = (): CollectionConfig => ({
  ...keptByPrograms(),
  slug: 'picture-edits',
  fields: [
    randomId(),
    { name: 'owner', type: 'text', index: true, required: true },
    { name: 'state', type: 'text', index: true, required: true },
    { name: 'change', type: 'json' },
    // Ids, in the order in which they are gone through
    { name: 'pictures', type: 'json' },
    { name: 'total', type: 'number' },
    // How many of them have been gone through, changed, and left out
    { name: 'position', type: 'number' },
    { name: 'changed', type: 'number' },
    { name: 'left', type: 'number' },
    // The edit that this one takes back
    { name: 'undoes', type: 'text' },
    { name: 'undone', type: 'checkbox' },
    { name: 'code', type: 'text' },
    // When its work was last heard of: one that fell silent is taken up by whoever lives
    { name: 'beatAt', type: 'date' },
    { name: 'endedAt', type: 'date', index: true },
  ],
});

/** What became of one picture in such an edit, and what it was before. */
export const pictureEditItems = (): CollectionConfig => ({
  ...keptByPrograms(),
  slug: 'picture-edit-items',
  timestamps: false,
  fields: [
    randomId(),
    { name: 'edit', type: 'text', index: true, required: true },
    { name: 'picture', type: 'text', index: true, required: true },
    { name: 'state', type: 'text', required: true },
    { name: 'before', type: 'json' },
    // Revision that the edit saw, and the one that it made
    { name: 'seen', type: 'number' },
    { name: 'made', type: 'number' },
    { name: 'code', type: 'text' },
  ],
});

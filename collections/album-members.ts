import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/** Which picture is in which album, and where. Read and written by addresses of the album alone. */
export const albumMembers = (): CollectionConfig => ({
  slug: 'album-members',
  ...keptByPrograms(),
  timestamps: false,
  indexes: [{ fields: ['album', 'image'], unique: true }, { fields: ['album', 'rank'] }],
  fields: [
    randomId(),
    // Ids as texts: what a picture or an album says must not be asked about through a membership
    { name: 'album', type: 'text', required: true, maxLength: 64 },
    { name: 'image', type: 'text', required: true, index: true, maxLength: 64 },
    // Orders the members of an album by code units; two of one album never have the same
    { name: 'rank', type: 'text', required: true, maxLength: 4000 },
  ],
});

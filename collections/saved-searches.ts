import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/** Longest name of a saved search, and longest question, in UTF-16 units. */
export const longestSearch = { name: 120, question: 4000 } as const;

/** Questions to the archive that somebody wants to ask again. Read and written by addresses of their own alone. */
export const savedSearches = (): CollectionConfig => ({
  slug: 'saved-searches',
  ...keptByPrograms(),
  fields: [
    randomId(),
    { name: 'name', type: 'text', required: true, maxLength: longestSearch.name },
    { name: 'question', type: 'text', maxLength: longestSearch.question },
    { name: 'owner', type: 'text', index: true, required: true },
    { name: 'shared', type: 'checkbox', defaultValue: false },
  ],
});

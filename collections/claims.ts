import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * What is being worked on by one process and must not be by another: bytes that are being taken in, by their hash, and
 * uploads. The id is the name of the thing, so that no database can hold two rows of it.
 */
export const claims = (): CollectionConfig => ({
  slug: 'claims',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    // Of whoever has it now; another one once it was taken over
    { name: 'token', type: 'text', required: true },
    // The process, as `#feed/lock-holder.ts` knows processes
    { name: 'holder', type: 'json', required: true },
    // Grows as long as its holder works
    { name: 'beat', type: 'number', required: true },
    { name: 'at', type: 'date', index: true, required: true },
  ],
});

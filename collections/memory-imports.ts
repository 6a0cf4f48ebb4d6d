import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/**
 * Translation memory that was brought from elsewhere: units that stand in no document of the city and are open to everybody who
 * translates. A row is a part of a file, named after the file's hash, so that the same file is there once however often it comes.
 */
export const memoryImports = (): CollectionConfig => ({
  slug: 'memory-imports',
  ...keptByPrograms(),
  fields: [
    randomId(),
    // Of the file, SHA-256
    { name: 'file', type: 'text', index: true, required: true },
    { name: 'fileName', type: 'text', required: true },
    { name: 'part', type: 'number', required: true },
    { name: 'count', type: 'number', required: true },
    { name: 'units', type: 'json' },
  ],
});

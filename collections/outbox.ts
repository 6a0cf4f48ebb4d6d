import type { CollectionConfig } from 'payload';
import { randomId } from './fields/random-id.ts';
import { keptByPrograms } from './kept-by-programs.ts';

/** Hints for the gate: a document whose public face may have changed. Names it and tells nothing else. */
export const outbox = (): CollectionConfig => ({
  slug: 'outbox',
  ...keptByPrograms(),
  timestamps: false,
  fields: [
    randomId(),
    { name: 'collection', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    { name: 'at', type: 'date', index: true, required: true },
  ],
});

import type { CollectionConfig } from 'payload';
import { accessOf } from './access-filter.ts';
import { randomId } from './fields/random-id.ts';

/** Hints for the gate: a document whose public face may have changed. Names it and tells nothing else. */
export const outbox = (): CollectionConfig => ({
  slug: 'outbox',
  access: accessOf('machinery'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  timestamps: false,
  fields: [
    randomId(),
    { name: 'collection', type: 'text', required: true },
    { name: 'documentId', type: 'text', required: true },
    { name: 'at', type: 'date', index: true, required: true },
  ],
});

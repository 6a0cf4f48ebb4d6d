import type { CollectionConfig } from 'payload';
import { accessOf } from './access-filter.ts';
import { randomId } from './fields/random-id.ts';

/** Who did what to which document, and how it ended. Holds no word of any document. */
export const audit = (): CollectionConfig => ({
  slug: 'audit',
  access: accessOf('audit'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  timestamps: false,
  defaultSort: '-at',
  fields: [
    randomId(),
    { name: 'at', type: 'date', index: true, required: true },
    { name: 'actor', type: 'text' },
    { name: 'action', type: 'text', required: true },
    { name: 'collection', type: 'text' },
    { name: 'documentId', type: 'text' },
    { name: 'outcome', type: 'select', options: ['done', 'refused'].map((value) => ({ value, label: value })) },
    { name: 'code', type: 'text' },
  ],
});

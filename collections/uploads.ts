import type { CollectionConfig, Field } from 'payload';
import { accessOf } from './access-filter.ts';
import { randomId } from './fields/random-id.ts';

/** Kept by programs of ours alone. */
const kept = {
  access: accessOf('upload'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  timestamps: false,
} as const satisfies Partial<CollectionConfig>;

const owner = (): Field => ({ name: 'owner', type: 'text', index: true, required: true });

/** Files that one person brings in at once, and what holds for all of them. */
export const uploadBatches = (): CollectionConfig => ({
  slug: 'upload-batches',
  ...kept,
  defaultSort: '-at',
  fields: [
    randomId(),
    owner(),
    { name: 'at', type: 'date', index: true, required: true },
    // Fields of the records to be made, as JSON; nobody asks for what is in it
    { name: 'defaults', type: 'textarea', required: true },
  ],
});

/** What became of one file that somebody brought in: alone, or in a ZIP. */
export const uploadFates = (): CollectionConfig => ({
  slug: 'upload-fates',
  ...kept,
  defaultSort: 'file',
  fields: [
    randomId(),
    owner(),
    { name: 'batch', type: 'text', index: true, required: true },
    { name: 'upload', type: 'text', index: true, required: true },
    { name: 'file', type: 'text', required: true },
    { name: 'outcome', type: 'text', required: true },
    { name: 'code', type: 'text' },
    { name: 'values', type: 'text' },
    { name: 'lacks', type: 'text' },
    { name: 'image', type: 'text', index: true },
    { name: 'sha256', type: 'text' },
    { name: 'bytes', type: 'number' },
    { name: 'reading', type: 'text' },
  ],
});

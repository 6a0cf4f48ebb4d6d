import type { CollectionConfig } from 'payload';
import { levels } from '#access/level.ts';
import { accessOf } from './access-filter.ts';
import { randomId } from './fields/random-id.ts';

/**
 * How confidential one document is. A record of its own and never versioned, so that one change acts at once on every
 * version, draft, language and rendition; what it was before stands in its history.
 */
export const markings = (): CollectionConfig => ({
  slug: 'markings',
  access: accessOf('marking'),
  admin: { useAsTitle: 'level', hidden: true },
  versions: false,
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  fields: [
    randomId(),
    {
      name: 'level',
      type: 'select',
      options: levels.map((value) => ({ value, label: value })),
      defaultValue: 'internal',
      required: true,
    },
    { name: 'compartments', type: 'text', hasMany: true },
    // `level|compartment+compartment`, sorted: what access filters compare
    { name: 'seal', type: 'text', index: true, required: true },
    { name: 'subjectType', type: 'text', required: true },
    { name: 'subjectId', type: 'text', index: true, required: true },
    { name: 'basis', type: 'textarea' },
    {
      name: 'history',
      type: 'array',
      fields: [
        { name: 'at', type: 'date' },
        { name: 'by', type: 'text' },
        { name: 'from', type: 'text' },
        { name: 'to', type: 'text' },
        { name: 'basis', type: 'textarea' },
      ],
    },
  ],
});

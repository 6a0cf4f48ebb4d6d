import type { CollectionConfig, Field } from 'payload';
import { levels } from '#access/level.ts';
import { accessOf } from './access-filter.ts';
import { randomId } from './fields/random-id.ts';

/** What somebody who is competent decided: by which law, which entry of a list, who, and on which day of the city’s calendar. */
const decision = (): Field[] => [
  { name: 'legalBasis', type: 'text', maxLength: 40 },
  { name: 'listItem', type: 'text', maxLength: 300 },
  { name: 'officer', type: 'text', maxLength: 200 },
  { name: 'decidedOn', type: 'text', maxLength: 10 },
];

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
    ...decision(),
    // Last day of the term, in the city’s calendar. It asks to be looked at; it opens nothing
    { name: 'protectedUntil', type: 'text', index: true, maxLength: 10 },
    {
      name: 'history',
      type: 'array',
      fields: [
        { name: 'at', type: 'date' },
        { name: 'by', type: 'text' },
        { name: 'from', type: 'text' },
        { name: 'to', type: 'text' },
        { name: 'basis', type: 'textarea' },
        ...decision(),
        { name: 'protectedUntil', type: 'text', maxLength: 10 },
      ],
    },
  ],
});

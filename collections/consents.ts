import type { CollectionConfig } from 'payload';
import { accessOf } from './access-filter.ts';
import { dayAndTime } from './fields/day-and-time.ts';
import { revision } from './fields/machinery.ts';
import { randomId } from './fields/random-id.ts';
import { longest } from './fields/texts.ts';
import { usesField } from './rights.ts';

/**
 * Releases of people who can be recognised in pictures, and of minors. Who they are is personal: nothing of it is ever built
 * into a record, older versions of it are not kept, and few may read it.
 * @param uses what a picture may be used for
 */
export const consents = (uses: readonly string[]): CollectionConfig => ({
  slug: 'consents',
  access: accessOf('consent'),
  admin: { useAsTitle: 'person', defaultColumns: ['person', 'kind', 'validUntil', 'withdrawnOn'] },
  versions: false,
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  fields: [
    randomId(),
    { name: 'person', type: 'text', required: true, maxLength: longest.credit },
    { name: 'kind', type: 'select', options: ['adult', 'minor'], defaultValue: 'adult', required: true },
    { name: 'signedOn', type: 'text', maxLength: 10 },
    { name: 'document', type: 'text', required: true, maxLength: longest.short },
    usesField(uses),
    {
      name: 'validUntil',
      type: 'date',
      index: true,
      admin: { date: dayAndTime },
    },
    { name: 'withdrawnOn', type: 'date', admin: { date: dayAndTime } },
    { name: 'note', type: 'textarea', maxLength: longest.note },
    revision(),
  ],
});

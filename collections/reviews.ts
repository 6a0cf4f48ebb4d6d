import type { CollectionConfig } from 'payload';
import { studioLocales } from '#languages/locales.ts';
import { accessOf, writtenByMachinery } from './access-filter.ts';
import { randomId } from './fields/random-id.ts';
import { longest } from './fields/texts.ts';

const choice = (values: readonly string[]) => values.map((value) => ({ value, label: value }));

/** One language of one document goes to a reviewer and comes back. Carries the document's own marking. */
export const reviews = (): CollectionConfig => ({
  slug: 'reviews',
  access: accessOf('review'),
  admin: { hidden: true },
  versions: false,
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  defaultSort: '-at',
  fields: [
    randomId(),
    { name: 'collection', type: 'text', required: true },
    { name: 'documentId', type: 'text', index: true, required: true },
    { name: 'locale', type: 'select', options: choice(studioLocales), required: true },
    {
      name: 'state',
      type: 'select',
      options: choice(['requested', 'returned', 'approved', 'withdrawn']),
      required: true,
    },
    { name: 'requestedBy', type: 'relationship', relationTo: 'users' },
    { name: 'reviewer', type: 'relationship', relationTo: 'users' },
    { name: 'note', type: 'textarea', maxLength: longest.note },
    { name: 'at', type: 'date', index: true },
    { name: 'marking', type: 'relationship', relationTo: 'markings' },
    // What was approved: revision of the draft, and its words as they stood then. Whatever the draft becomes, this is what goes out
    { name: 'revision', type: 'number' },
    { name: 'approved', type: 'json', hidden: true, access: writtenByMachinery },
  ],
});

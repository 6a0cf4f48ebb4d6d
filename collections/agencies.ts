import type { CollectionConfig } from 'payload';
import { accessOf } from './access-filter.ts';
import { formerSlugs, revision } from './fields/machinery.ts';
import { randomId } from './fields/random-id.ts';
import { longest, name, slug, summary } from './fields/texts.ts';

/** Departments and other bodies of the city. Reference data: public as soon as it is saved. */
export const agencies = (): CollectionConfig => ({
  slug: 'agencies',
  access: accessOf('agency'),
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'website', 'updatedAt'] },
  versions: { maxPerDoc: 50, drafts: false },
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  fields: [
    randomId(),
    name(),
    slug(),
    summary(),
    { name: 'website', type: 'text', maxLength: longest.short },
    { name: 'email', type: 'email' },
    { name: 'phone', type: 'text', maxLength: 50 },
    revision(),
    formerSlugs(),
  ],
});

import type { CollectionConfig } from 'payload';
import { accessOf } from './access-filter.ts';
import { formerSlugs, revision } from './fields/machinery.ts';
import { randomId } from './fields/random-id.ts';
import { name, slug, summary } from './fields/texts.ts';

/** Subjects, as a tree. Reference data: public as soon as it is saved. */
export const topics = (): CollectionConfig => ({
  slug: 'topics',
  access: accessOf('topic'),
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'parent', 'updatedAt'] },
  versions: { maxPerDoc: 50, drafts: false },
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  fields: [
    randomId(),
    name(),
    slug(),
    summary(),
    { name: 'parent', type: 'relationship', relationTo: 'topics', admin: { allowCreate: false } },
    revision(),
    formerSlugs(),
  ],
});

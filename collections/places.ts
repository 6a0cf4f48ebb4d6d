import type { CollectionConfig } from 'payload';
import { accessOf } from './access-filter.ts';
import { formerSlugs, revision } from './fields/machinery.ts';
import { randomId } from './fields/random-id.ts';
import { longest, name, slug, summary } from './fields/texts.ts';

/**
 * Places with their official name in each language and their position in degrees, WGS 84, as two numbers: the one form
 * that every database of ours has. Reference data: public as soon as it is saved.
 */
export const places = (): CollectionConfig => ({
  slug: 'places',
  access: accessOf('place'),
  admin: { useAsTitle: 'name', defaultColumns: ['name', 'address', 'updatedAt'] },
  versions: { maxPerDoc: 50, drafts: false },
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  fields: [
    randomId(),
    name(),
    slug(),
    summary(),
    { name: 'address', type: 'text', localized: true, maxLength: longest.address },
    { name: 'latitude', type: 'number', min: -90, max: 90 },
    { name: 'longitude', type: 'number', min: -180, max: 180 },
    revision(),
    formerSlugs(),
  ],
});

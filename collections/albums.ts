import type { CollectionConfig } from 'payload';
import { accessOf, writtenByMachinery } from './access-filter.ts';
import { createdBy, formerSlugs, marking, revision, seal } from './fields/machinery.ts';
import { press } from './fields/press.ts';
import { randomId } from './fields/random-id.ts';
import { agency } from './fields/references.ts';
import { rightsRecord } from './fields/rights.ts';
import { longest, slug, title } from './fields/texts.ts';

const quiet = { allowCreate: false, allowEdit: false } as const;

/**
 * Names a document that may be more confidential than the album: what it says must not be asked about through the album.
 */
const untold = { custom: { untold: true } } as const;
/** So no list is sorted or filtered by it. */
const unlisted = { disableListColumn: true, disableListFilter: true } as const;

/**
 * Pictures in an order that a curator sets, in a tree. Its pictures are no field of it: they stand in `album-members`, since
 * there may be tens of thousands. Marked and released like a picture; the marking is that of its own words.
 */
export const albums = (): CollectionConfig => ({
  slug: 'albums',
  access: accessOf('album'),
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'agency', 'updatedAt'] },
  versions: { maxPerDoc: 100, drafts: false },
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  defaultSort: '-updatedAt',
  fields: [
    randomId(),
    title(),
    { name: 'description', type: 'textarea', localized: true, maxLength: longest.description },
    // Not `parent`: that is what versions call the document that they are of
    { name: 'within', type: 'relationship', relationTo: 'albums', admin: { ...quiet, ...unlisted }, ...untold },
    { name: 'cover', type: 'relationship', relationTo: 'images', admin: { hidden: true }, ...untold },
    slug(),
    agency(),
    rightsRecord(),
    ...press(),
    marking(),
    seal(),
    createdBy(),
    {
      name: 'releasedBy',
      type: 'relationship',
      relationTo: 'users',
      access: writtenByMachinery,
      admin: { readOnly: true, position: 'sidebar', ...quiet },
    },
    revision(),
    formerSlugs(),
  ],
});

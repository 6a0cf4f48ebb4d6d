import type { CollectionConfig } from 'payload';
import { accessOf } from './access-filter.ts';
import { body } from './fields/body.ts';
import { createdBy, marking, publicationMemory, revision, seal, shows, statusOfCopies } from './fields/machinery.ts';
import { source, times } from './fields/publication.ts';
import { randomId } from './fields/random-id.ts';
import { agency, cover, places, topics } from './fields/references.ts';
import { slug, summary, title } from './fields/texts.ts';

/** Reports and features, published language by language. */
export const articles = (): CollectionConfig => ({
  slug: 'articles',
  access: accessOf('article'),
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'source', 'updatedAt'] },
  versions: {
    maxPerDoc: 200,
    drafts: { localizeStatus: true, autosave: false, schedulePublish: false, validate: false },
  },
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: false,
  defaultSort: '-updatedAt',
  fields: [
    randomId(),
    title(),
    summary(),
    cover(),
    body(),
    topics(),
    places(),
    slug(),
    agency(),
    source(),
    ...times(),
    marking(),
    seal(),
    createdBy(),
    revision(),
    shows(),
    statusOfCopies(),
    ...publicationMemory(),
  ],
});

import type { Field } from 'payload';
import { writtenByMachinery } from '../access-filter.ts';
import { ownInEachLanguage } from './texts.ts';

const hidden = { access: writtenByMachinery, admin: { hidden: true } } as const;

/** The record that says how confidential a document is. No save of the document itself can change it. */
export const marking = (): Field => ({
  name: 'marking',
  type: 'relationship',
  relationTo: 'markings',
  access: writtenByMachinery,
  admin: { readOnly: true, position: 'sidebar', allowCreate: false, allowEdit: false },
});

/**
 * The seal of the marking, beside it, so that lists are found without looking at markings. It decides nothing, and nobody is shown
 * it: whatever is found by it is held against the marking.
 */
export const seal = (): Field => ({
  name: 'seal',
  type: 'text',
  hidden: true,
  access: writtenByMachinery,
  custom: { untold: true },
});

export const createdBy = (): Field => ({
  name: 'createdBy',
  type: 'relationship',
  relationTo: 'users',
  access: writtenByMachinery,
  admin: { readOnly: true, position: 'sidebar', allowCreate: false, allowEdit: false },
});

/** Grows by one with every save. A save says which one it saw, and is refused when somebody was faster. */
export const revision = (): Field => ({
  name: 'revision',
  type: 'number',
  defaultValue: 0,
  min: 0,
  admin: { hidden: true },
});

const record = (name: string): Field => ({ name, type: 'json', ...hidden });

/** What the machinery remembers of a document that is published language by language; every value is keyed by language. */
export const publicationMemory = (): Field[] => [
  // Ids of the people who changed a language since it was last published
  record('authors'),
  // Slugs that once led here
  record('formerSlugs'),
  // Instants in UTC
  record('firstPublished'),
  record('lastPublished'),
  // Id of the person who published last
  record('publishedBy'),
];

/**
 * Ids of the images that one language shows in its text, apart by spaces: what must follow when one of them is raised.
 * One text and no list, which SQLite's adapter cannot search when it is localised.
 */
export const shows = (): Field => ({
  name: 'shows',
  type: 'text',
  localized: true,
  maxLength: 40_000,
  ...hidden,
  ...ownInEachLanguage,
});

/** Slugs of reference data and images that once led here, by language. */
export const formerSlugs = (): Field => record('formerSlugs');

/** Payload's own field, with one rule more: a copy is a draft in every language. */
export const statusOfCopies = (): Field => ({
  name: '_status',
  type: 'select',
  // Payload adds its own two
  options: [],
  localized: true,
  hooks: { beforeDuplicate: [() => 'draft'] },
});

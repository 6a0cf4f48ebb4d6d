import type { CollectionConfig, Field } from 'payload';
import { accessOf, writtenByMachinery } from './access-filter.ts';
import { described } from './fields/described.ts';
import { createdBy, formerSlugs, marking, revision, seal } from './fields/machinery.ts';
import { persons } from './fields/persons.ts';
import { randomId } from './fields/random-id.ts';
import { agency, places, topics } from './fields/references.ts';
import { consents, people, rightsRecord } from './fields/rights.ts';
import { longest, slug, title } from './fields/texts.ts';

/** What the store knows of the bytes. The bytes themselves lie outside the database, under their hash. */
const master = (): Field => ({
  name: 'master',
  type: 'group',
  access: writtenByMachinery,
  admin: { readOnly: true },
  fields: [
    { name: 'sha256', type: 'text', index: true },
    { name: 'bytes', type: 'number' },
    { name: 'type', type: 'text' },
    { name: 'width', type: 'number' },
    { name: 'height', type: 'number' },
    { name: 'pages', type: 'number' },
    // `whole`, `preview` or `none`: what of it can be shown; empty on records from before this was asked
    { name: 'display', type: 'text' },
    { name: 'filename', type: 'text', maxLength: 255 },
  ],
});

/**
 * What is known of a picture from before it came here, if a bag brought it: a document that lies with the masters, under its
 * hash. `pending` until all that the bag says has arrived.
 */
const origin = (): Field => ({
  name: 'origin',
  type: 'group',
  access: writtenByMachinery,
  admin: { hidden: true },
  fields: [
    { name: 'sha256', type: 'text', index: true },
    { name: 'bytes', type: 'number' },
    { name: 'pending', type: 'checkbox' },
  ],
});

/**
 * How the picture looks, to find the same one again by: a hash (`#media/likeness/likeness.ts`), empty where it would say
 * nothing. `compared` once it has been held against all others.
 */
const likeness = (): Field => ({
  name: 'likeness',
  type: 'group',
  access: writtenByMachinery,
  admin: { hidden: true },
  fields: [
    { name: 'hash', type: 'text', maxLength: 80 },
    { name: 'compared', type: 'checkbox', index: true },
  ],
});

/** The record that stands for this one since a curator said that both are the same picture. */
const mergedInto = (): Field => ({
  name: 'mergedInto',
  type: 'relationship',
  relationTo: 'images',
  index: true,
  access: writtenByMachinery,
  admin: {
    readOnly: true,
    position: 'sidebar',
    allowCreate: false,
    allowEdit: false,
    // Most pictures stand for themselves
    condition: (data) => Boolean(data?.mergedInto),
  },
});

const fraction = (name: string): Field => ({ name, type: 'number', min: 0, max: 1, defaultValue: 0.5 });

const rights = (statements: Readonly<Record<string, string>>): Field => ({
  name: 'rights',
  type: 'select',
  options: Object.entries(statements).map(([label, value]) => ({ label, value })),
});

/**
 * The image archive: metadata of masters. No upload collection of Payload's: bytes never have a name of their sender's.
 * @param statements addresses of the rights statements that a picture can carry, by their short code
 */
export const images = (statements: Readonly<Record<string, string>>): CollectionConfig => ({
  slug: 'images',
  access: accessOf('image'),
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'credit', 'takenOn', 'updatedAt'] },
  versions: { maxPerDoc: 100, drafts: false },
  lockDocuments: false,
  disableBulkEdit: true,
  disableDuplicate: true,
  defaultSort: '-updatedAt',
  fields: [
    randomId(),
    title(),
    { name: 'alt', type: 'textarea', localized: true, maxLength: longest.alt },
    { name: 'caption', type: 'textarea', localized: true, maxLength: longest.caption },
    { name: 'credit', type: 'text', maxLength: longest.credit },
    { name: 'creator', type: 'text', maxLength: longest.credit },
    rights(statements),
    rightsRecord(),
    ...people(),
    persons(),
    consents(),
    { name: 'takenOn', type: 'text', maxLength: 10 },
    described(),
    fraction('focusX'),
    fraction('focusY'),
    // By shape, as `#media/crops/set-crops.ts` reads them; a shape that is absent follows the focus
    { name: 'crops', type: 'json' },
    topics(),
    places(),
    slug(),
    agency(),
    master(),
    origin(),
    { name: 'thumbhash', type: 'text', maxLength: 64, access: writtenByMachinery, admin: { hidden: true } },
    likeness(),
    mergedInto(),
    marking(),
    seal(),
    createdBy(),
    {
      name: 'releasedBy',
      type: 'relationship',
      relationTo: 'users',
      access: writtenByMachinery,
      admin: { readOnly: true, position: 'sidebar', allowCreate: false, allowEdit: false },
    },
    revision(),
    formerSlugs(),
  ],
});

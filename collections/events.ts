import type { CollectionConfig, Field } from 'payload';
import { accessOf } from './access-filter.ts';
import { body } from './fields/body.ts';
import { dayAndTime } from './fields/day-and-time.ts';
import { createdBy, marking, publicationMemory, revision, seal, shows, statusOfCopies } from './fields/machinery.ts';
import { source, times } from './fields/publication.ts';
import { randomId } from './fields/random-id.ts';
import { agency, cover, topics } from './fields/references.ts';
import { slug, summary, title } from './fields/texts.ts';

export const eventKinds = ['festival', 'fair', 'exhibition', 'conference', 'delegation', 'press-tour'] as const;
export const eventStatuses = ['planned', 'confirmed', 'postponed', 'cancelled'] as const;

const choice = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const moment = (name: string): Field => ({
  name,
  type: 'date',
  index: true,
  required: true,
  admin: { date: dayAndTime },
});

/** Festivals, fairs, visits: instants of begin and end, and the zone in which the organiser thinks. */
const happening = (): Field[] => [
  { name: 'kind', type: 'select', options: choice(eventKinds), required: true, defaultValue: 'festival' },
  { name: 'status', type: 'select', options: choice(eventStatuses), required: true, defaultValue: 'planned' },
  moment('startsAt'),
  moment('endsAt'),
  { name: 'allDay', type: 'checkbox', defaultValue: false },
  { name: 'zone', type: 'text', required: true, defaultValue: 'Asia/Ho_Chi_Minh', maxLength: 64 },
  { name: 'place', type: 'relationship', relationTo: 'places', admin: { allowCreate: false, allowEdit: false } },
];

export const events = (): CollectionConfig => ({
  slug: 'events',
  access: accessOf('event'),
  admin: { useAsTitle: 'title', defaultColumns: ['title', 'kind', 'startsAt', 'status'] },
  versions: {
    maxPerDoc: 200,
    drafts: { localizeStatus: true, autosave: false, schedulePublish: false, validate: false },
  },
  lockDocuments: false,
  disableBulkEdit: true,
  defaultSort: '-updatedAt',
  fields: [
    randomId(),
    title(),
    summary(),
    cover(),
    ...happening(),
    body(),
    agency('organiser'),
    topics(),
    slug(),
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

import { z } from 'zod';
import { eventKinds, eventStatuses } from '#record/records.ts';
import { from, key, until } from '../http/parameters.ts';
import { eventCard } from '../views/event.ts';
import { listOf } from './list-of.ts';

export const events = listOf({
  type: 'event',
  schema: eventCard,
  sorts: ['starts', 'newest', 'oldest', 'updated', 'title'],
  filters: {
    topic: key('Only events of this topic.'),
    place: key('Only events at this place.'),
    agency: key('Only events organised by this agency.'),
    kind: z.enum(eventKinds).optional().meta({ description: 'Only events of this kind.' }),
    status: z.enum(eventStatuses).optional().meta({ description: 'Only events in this state.' }),
    startsFrom: from('Only events that start at or after this moment.'),
    startsTo: until('Only events that start before this moment.'),
    endsFrom: from('Only events that end at or after this moment: with the present, what is not yet over.'),
  },
});

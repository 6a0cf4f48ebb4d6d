import { z } from 'zod';
import type { PublicLocale } from '#languages/locales.ts';
import { instant } from '#record/common.ts';
import { picture } from '#record/picture.ts';
import { type EventRecord, eventKinds, eventStatuses } from '#record/records.ts';
import type { Served } from '../projection/in-force.ts';
import { base, viewBase } from './base.ts';
import { body } from './body.ts';
import type { Lens } from './lens.ts';
import { viewPicture } from './picture.ts';
import { reference, referTo, referToAll } from './reference.ts';

export const eventCard = base
  .extend({
    type: z.literal('event'),
    summary: z.string(),
    cover: picture.nullable(),
    kind: z.enum(eventKinds),
    status: z.enum(eventStatuses),
    startsAt: instant,
    endsAt: instant,
    allDay: z.boolean().meta({ description: 'Only the days count, in the zone given' }),
    zone: z.string().meta({ description: 'IANA time zone of the event', example: 'Asia/Ho_Chi_Minh' }),
    place: reference.nullable(),
    organiser: reference.nullable(),
    topics: z.array(reference),
  })
  .meta({ id: 'EventCard', description: 'An event as lists show it' });
export type EventCard = z.infer<typeof eventCard>;

export const eventDocument = eventCard.extend({ body }).meta({ id: 'Event', description: 'An event in full' });

export const viewEvent = (
  record: EventRecord,
  served: Served<EventRecord>,
  requested: PublicLocale,
  lens: Lens,
): EventCard => {
  const { edition, locale } = served;
  const { summary, kind, status, startsAt, endsAt, allDay, zone } = edition;
  return {
    ...viewBase(record, served, requested, lens),
    summary,
    cover: viewPicture(edition.cover, locale, lens),
    kind,
    status,
    startsAt,
    endsAt,
    allDay,
    zone,
    place: referTo(edition.place, locale, lens),
    organiser: referTo(edition.organiser, locale, lens),
    topics: referToAll(edition.topics, locale, lens),
  };
};

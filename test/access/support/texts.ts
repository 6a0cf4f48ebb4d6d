import type { Level } from '#access/level.ts';
import { bodyOf } from '../../support/lexical.ts';
import type { Studio } from '../../support/studio.ts';
import { nowhere, removal, stockDoors, type Things } from './doors.ts';
import type { Asker } from './everyone.ts';

const words = { title: 'Lễ hội', summary: 'S', body: bodyOf(['B']) };
const times = { startsAt: '2026-05-01T01:00:00.000Z', endsAt: '2026-05-02T01:00:00.000Z' };

/** Events: what articles have as well, whose table has a test of its own. */
export const events = ({ payload }: Studio): Things<string> => ({
  none: nowhere,
  make: async (level: Level) => {
    const data = { ...words, ...times, title: `Lễ hội ${level}` };
    const made = await payload.create({ collection: 'events', locale: 'vi', depth: 0, data: data as never });
    const { id, marking } = made as unknown as { id: string; marking: string };
    await payload.update({ collection: 'markings', id: marking, data: { level } as never });
    return id;
  },
  create: (who: Asker) => who.post('/api/events?locale=vi', { ...words, ...times }),
  doors: (who, id) => [
    ...stockDoors(who, 'events', id),
    ['read', () => who.get(`/api/events/${id}/languages`)],
    ['read', () => who.get(`/api/preview/events/${id}?locale=vi`)],
    ['request-review', () => who.post(`/api/events/${id}/review`, { locale: 'vi', action: 'request' })],
    ['review', () => who.post(`/api/events/${id}/review`, { locale: 'vi', action: 'approve' })],
    ['publish', () => who.post(`/api/events/${id}/publish`, { locale: 'en' })],
    ['publish', () => who.post(`/api/events/${id}/unpublish`, { locale: 'en' })],
    removal(who, 'events', id),
  ],
});

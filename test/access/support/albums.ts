import type { Level } from '#access/level.ts';
import type { Studio } from '../../support/studio.ts';
import { nowhere, removal, stockDoors, type Things } from './doors.ts';

/** Albums without pictures: what is in them is said by those who may make them, and that no table tells. */
export const albums = ({ payload }: Studio): Things<string> => ({
  none: nowhere,
  make: async (level: Level) => {
    const data = { title: `Bến phà ${level}` } as never;
    const made = await payload.create({ collection: 'albums', locale: 'vi', depth: 0, data });
    const { id, marking } = made as unknown as { id: string; marking: string };
    await payload.update({ collection: 'markings', id: marking, data: { level } as never });
    return id;
  },
  create: (who) => who.post('/api/albums?locale=vi&depth=0', { title: 'Bến phà' }),
  doors: (who, id) => [
    ...stockDoors(who, 'albums', id),
    ['read', () => who.get(`/api/albums/${id}/members`)],
    ['release', () => who.post(`/api/albums/${id}/release`)],
    removal(who, 'albums', id),
  ],
});

import { randomUUID } from 'node:crypto';
import { type Level, sealOf } from '#access/level.ts';
import type { Studio } from '../../support/studio.ts';
import { nowhere, removal, stockDoors, type Things } from './doors.ts';

const create =
  (slug: string, data: object): Things<string>['create'] =>
  (who) =>
    who.post(`/api/${slug}?locale=vi`, data);

const makeMarking = async ({ payload }: Studio, level: Level): Promise<string> => {
  const data = { level, compartments: [], subjectType: 'articles', subjectId: randomUUID() } as never;
  return String((await payload.create({ collection: 'markings', depth: 0, data })).id);
};

/** Markings; one is raised to what it is at least, so that it stays what it is. */
export const markings = (studio: Studio): Things<string> => ({
  none: nowhere,
  make: (level) => makeMarking(studio, level),
  create: create('markings', { level: 'public', subjectType: 'articles', subjectId: nowhere, seal: 'public|' }),
  doors: (who, id) => [
    ...stockDoors(who, 'markings', id),
    ['raise', () => who.post(`/api/markings/${id}/raise`, { level: 'public', basis: 'x' })],
    removal(who, 'markings', id),
  ],
});

const review = { collection: 'articles', documentId: nowhere, locale: 'vi', state: 'requested' };

/** Reviews, as confidential as what they speak of. */
export const reviews = (studio: Studio): Things<string> => ({
  none: nowhere,
  make: async (level) => {
    const id = randomUUID();
    const data = { ...review, id, marking: await makeMarking(studio, level), at: new Date().toISOString() };
    await studio.payload.db.create({ collection: 'reviews', customID: id, data, returning: false });
    return id;
  },
  create: create('reviews', review),
  doors: (who, id) => [...stockDoors(who, 'reviews', id), removal(who, 'reviews', id)],
});

const line = { action: 'read', outcome: 'done', times: 1 };

/** Lines of the audit, which bear the seal of what they speak of. */
export const auditLines = ({ payload }: Studio): Things<string> => ({
  none: nowhere,
  make: async (level) => {
    const id = randomUUID();
    const data = { ...line, id, at: new Date().toISOString(), seal: sealOf({ level, compartments: [] }) };
    await payload.db.create({ collection: 'audit', customID: id, data, returning: false });
    return id;
  },
  create: create('audit', { ...line, at: '2026-01-01T00:00:00.000Z' }),
  doors: (who, id) => [...stockDoors(who, 'audit', id), removal(who, 'audit', id)],
});

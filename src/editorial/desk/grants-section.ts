import { createLocalReq } from 'payload';
import { viewerOf } from '#collections/viewer-of.ts';
import { everybody } from '../answers/people.ts';
import { waitingGrants } from '../people/grants/grants.ts';
import { mayGrant } from '../people/grants/person-for.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { oldestFirst } from './section.ts';

/** Proposals of others of what a third person may know, the first that lapses first. */
export const grantsWaiting = async ({ payload, user, shown }: Asker): Promise<DeskSection> => {
  const req = await createLocalReq({ user }, payload);
  const waiting = (await waitingGrants(req)).filter(
    ({ askedBy, person }) => askedBy !== String(user.id) && mayGrant(viewerOf(user), 'agree-grant', person),
  );
  const people = waiting.length > 0 ? await everybody(req) : new Map();
  const items = waiting.map(({ person, lapsesAt, reason }): DeskItem => {
    const title: string = people.get(person)?.name ?? '';
    return { collection: 'users', id: person, title, locales: [], at: lapsesAt, note: reason };
  });
  return { key: 'grants', count: items.length, items: items.sort(oldestFirst).slice(0, shown) };
};

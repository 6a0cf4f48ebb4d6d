import { createLocalReq } from 'payload';
import { comingLaunches, type ListedLaunch } from '../launch/launch-list.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';

const itemOf = ({ collection, documentId, title, locales, at, state, languages }: ListedLaunch): DeskItem => {
  const late = languages.filter((one) => one.state === 'lacking').map(({ locale }) => locale);
  const launch = state === 'done' || state === 'cancelled' ? {} : { launch: { state, late: late.length } };
  return {
    collection,
    id: documentId,
    title,
    locales: late.length > 0 ? late : [...locales],
    at,
    note: null,
    ...launch,
  };
};

/** Launches that are to come, the next one first, each with the languages that lack something, else with all of it. */
export const launchesComing = async ({ payload, user, shown }: Asker): Promise<DeskSection> => {
  const coming = await comingLaunches(await createLocalReq({ user }, payload), user, shown);
  const items = coming.slice(0, shown).map(itemOf);
  return { key: 'launches', count: coming.length, items, href: '/admin/launches' };
};

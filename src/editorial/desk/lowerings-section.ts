import { waitingLowerings } from '../workflow/lowering/lowerings.ts';
import type { Asker, DeskItem, DeskSection } from './desk.ts';
import { titledDocuments } from './marked-titles.ts';
import { oldestFirst } from './section.ts';

/** Proposals of others to mark something lower, as far as the person may know of it, the first that lapses first. */
export const loweringsWaiting = async (asker: Asker): Promise<DeskSection> => {
  const all = await waitingLowerings({ payload: asker.payload }, new Date());
  const waiting = all.filter(({ askedBy }) => askedBy !== String(asker.user.id));
  const bySubject = new Map(waiting.map((one) => [`${one.subjectType} ${one.subjectId}`, one]));
  const items = (await titledDocuments(asker, waiting)).map((document): DeskItem => {
    const request = bySubject.get(`${document.collection} ${document.id}`);
    return { ...document, locales: [], at: request?.lapsesAt ?? null, note: request?.reason ?? null };
  });
  return { key: 'lowerings', count: items.length, items: items.sort(oldestFirst).slice(0, asker.shown) };
};

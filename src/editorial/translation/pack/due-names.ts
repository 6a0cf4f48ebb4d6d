import type { PayloadRequest } from 'payload';
import type { StudioLocale } from '#languages/locales.ts';
import type { DocumentName } from '../document.ts';
import { findWork } from '../work/assignment-store.ts';

/**
 * Documents of which work in a language is given out and due by a day, the most urgent first: to the person of the request where there is
 * one, else to anybody. Whether they may be seen is looked at when each is opened.
 * @param day of the city, inclusive: `2026-11-30`
 */
export const dueNames = async (
  req: PayloadRequest,
  day: string,
  locale: StudioLocale,
): Promise<readonly DocumentName[]> => {
  const me = req.user ? String(req.user.id) : null;
  const work = await findWork(req.payload, {
    and: [{ open: { equals: true } }, { locale: { equals: locale } }, { due: { less_than_equal: day } }],
  });
  return work
    .filter(({ due, translator, reviewer }) => {
      const isDue = due !== null && due <= day;
      return isDue && (me === null || translator === me || reviewer === me);
    })
    .sort((one, other) => (one.due ?? '').localeCompare(other.due ?? '') || one.id.localeCompare(other.id))
    .map(({ collection, documentId: id }) => ({ collection, id }));
};

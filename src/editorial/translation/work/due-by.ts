import type { Payload, Where } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import type { StudioLocale } from '#languages/locales.ts';
import type { DocumentName } from '../document.ts';
import { findWork } from './assignment-store.ts';
import { markNames, mayRead } from './visible-names.ts';

/** A document that is due in a language, with its day. */
export interface DueDocument extends DocumentName {
  /** Day in the city, `2026-11-30`. */
  readonly due: string;
}

/**
 * Documents of which work in a language is given out and due by a day, the most urgent first. Documents that the asker may not
 * know of are not among them. Whether anything is left to do is not looked at.
 *
 * @param date day in the city, inclusive: `2026-11-30`
 */
export const dueBy = async (
  payload: Pick<Payload, 'db'>,
  viewer: Viewer,
  date: string,
  locale: StudioLocale,
): Promise<readonly DueDocument[]> => {
  const conditions: Where[] = [
    { open: { equals: true } },
    { locale: { equals: locale } },
    { due: { less_than_equal: date } },
  ];
  const due = await findWork(payload, { and: conditions });
  const names = due.map(({ collection, documentId }) => ({ collection, id: documentId }));
  const seen = new Set(
    (await markNames(payload, names))
      .filter((name) => mayRead(viewer, name))
      .map(({ collection, id }) => `${collection}/${id}`),
  );
  return due
    .flatMap(({ collection, documentId: id, due: day }) =>
      day !== null && day <= date && seen.has(`${collection}/${id}`) ? [{ collection, id, due: day }] : [],
    )
    .sort((one, other) => one.due.localeCompare(other.due) || one.id.localeCompare(other.id));
};

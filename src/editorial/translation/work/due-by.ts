import type { Payload, Where } from 'payload';
import type { Viewer } from '#access/viewer.ts';
import type { StudioLocale } from '#languages/locales.ts';
import type { DocumentName } from '../document.ts';
import type { Assignment } from './assignment.ts';
import { findWork } from './assignment-store.ts';
import { markNames, mayRead } from './visible-names.ts';

/** A document that is due in a language, with its day and those who have it. */
export interface DueDocument extends DocumentName {
  /** Day in the city, `2026-11-30`. */
  readonly due: string;
  readonly people: readonly string[];
}

const dueOf = ({ collection, documentId: id, due, translator, reviewer }: Assignment): DueDocument[] =>
  due === null ? [] : [{ collection, id, due, people: [translator, reviewer].filter((one) => one !== null) }];

/**
 * Documents of which work in a language is given out and due by a day, the most urgent first. Documents that the asker may not
 * know of are not among them. Whether anything is left to do is not looked at.
 *
 * @param viewer null: the house itself, which looks at each document when it opens it
 * @param date day in the city, inclusive: `2026-11-30`
 */
export const dueBy = async (
  payload: Pick<Payload, 'db'>,
  viewer: Viewer | null,
  date: string,
  locale: StudioLocale,
): Promise<readonly DueDocument[]> => {
  const conditions: Where[] = [
    { open: { equals: true } },
    { locale: { equals: locale } },
    { due: { less_than_equal: date } },
  ];
  const due = (await findWork(payload, { and: conditions })).flatMap(dueOf).filter((one) => one.due <= date);
  const known = viewer && (await markNames(payload, due)).filter((name) => mayRead(viewer, name));
  const seen = known && new Set(known.map(({ collection, id }) => `${collection}/${id}`));
  return due
    .filter(({ collection, id }) => seen?.has(`${collection}/${id}`) ?? true)
    .sort((one, other) => one.due.localeCompare(other.due) || one.id.localeCompare(other.id));
};

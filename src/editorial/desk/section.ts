import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';
import type { DeskItem, DeskSection, DeskSectionKey } from './desk.ts';

/** An id as either database gives it. */
export const anyId = z.union([z.string(), z.number()]).transform(String);

/** A localised field of a document that was read in all languages at once. */
export const byLocale = z.partialRecord(z.enum(studioLocales), z.string().nullish()).nullish();
export type ByLocale = z.infer<typeof byLocale>;

/** Items of several questions, each already in this order and cut off, as one section with all that there are. */
export const sectionOf = (
  key: DeskSectionKey,
  answers: readonly { readonly count: number; readonly items: readonly DeskItem[] }[],
  inOrder: (one: DeskItem, other: DeskItem) => number,
  shown: number,
): DeskSection => ({
  key,
  count: answers.reduce((sum, { count }) => sum + count, 0),
  items: answers
    .flatMap(({ items }) => items)
    .sort(inOrder)
    .slice(0, shown),
});

export const oldestFirst = (one: DeskItem, other: DeskItem): number => (one.at ?? '').localeCompare(other.at ?? '');
export const newestFirst = (one: DeskItem, other: DeskItem): number => oldestFirst(other, one);

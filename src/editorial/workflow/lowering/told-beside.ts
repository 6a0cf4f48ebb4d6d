import { z } from 'zod';
import { type Told, toldBy } from './told-words.ts';

type Doc = Readonly<Record<string, unknown>>;

const noted = z.array(z.looseObject({ note: z.string() }));

/** What was said of corrections, without the hashes by which programs compare; a row that no program of ours wrote is told as it is. */
const notesOf = (corrections: unknown): unknown => {
  const read = noted.safeParse(corrections);
  return read.success ? read.data.map(({ note }) => note) : corrections;
};

/** What of each kind of row says something to a person. Who did it and when counts for the fingerprint alone. */
const wordsIn: Readonly<Record<string, (row: Doc) => Doc>> = {
  reviews: ({ state, note }) => ({ 'reviews.state': state, reviews: note }),
  comments: ({ text }) => ({ comments: text }),
  assignments: ({ note }) => ({ assignments: note }),
  translations: ({ corrections }) => ({ translations: notesOf(corrections) }),
};

/**
 * What people said beside a document: reviews, comments, work that was given out, corrections.
 * @param rows with the names of their collections, each with its language
 */
export const toldBeside = (rows: readonly (readonly [string, Doc])[]): Told[] =>
  rows.flatMap(([slug, row]) => {
    const { locale, ...words } = row;
    return toldBy(wordsIn[slug]?.(words) ?? words).map(({ field, lines }) => ({
      ...{ field, lines },
      locale: (locale ?? null) as Told['locale'],
    }));
  });

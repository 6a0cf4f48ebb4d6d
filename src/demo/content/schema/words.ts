import { z } from 'zod';
import { demoBody } from './body.ts';
import { line } from './language.ts';

/** How far one language of a demo document has come when seeding is done; `returned` came back from review with a note. */
export const wordsState = z.enum(['published', 'in-review', 'returned', 'draft']);

/** What an article or event says in one language. */
export const documentWords = z
  .strictObject({
    state: wordsState,
    title: line.max(300),
    summary: line.max(2000),
    body: demoBody,
    /** Saved as a draft after the publication, so that this language is "changed since publication". */
    rewrite: z.strictObject({ title: line.optional(), summary: line.optional() }).optional(),
    /** What the reviewer wrote when the text came back. */
    reviewNote: line.optional(),
  })
  .refine(
    ({ state, reviewNote }) => (state === 'returned') === (reviewNote !== undefined),
    'a note comes with `returned`',
  )
  .refine(({ state, rewrite }) => rewrite === undefined || state === 'published', 'only published words are rewritten');
export type DocumentWords = z.infer<typeof documentWords>;

/** Levels that a demo document can end at; anything above has no place in a demonstration. */
export const demoLevel = z.enum(['public', 'internal', 'restricted']);

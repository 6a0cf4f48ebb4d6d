import { z } from 'zod';
import { inSome, key, line, locale } from './language.ts';
import { demoLevel, documentWords } from './words.ts';

/** One file of `articles/`. */
export const demoArticle = z.strictObject({
  key,
  source: locale,
  level: demoLevel,
  /** Why it is marked so; only from `restricted` up. */
  basis: line.optional(),
  agency: key,
  topics: z.array(key),
  places: z.array(key),
  cover: key.nullable(),
  /** Older ones are seeded first. */
  daysAgo: z.int().min(0),
  words: inSome(documentWords),
});
export type DemoArticle = z.infer<typeof demoArticle>;

import { z } from 'zod';
import { rightsUses } from '#media/rights/effective-rights.ts';
import { inEvery, key, line } from './language.ts';

/** One file of `rights/`: terms that hold for as many pictures as name it. */
export const demoRights = z.strictObject({
  key,
  holder: line,
  uses: z.array(z.enum(rightsUses)),
  download: z.enum(['yes', 'no']),
  words: inEvery(z.strictObject({ name: line.max(300), terms: line })),
});
export type DemoRights = z.infer<typeof demoRights>;

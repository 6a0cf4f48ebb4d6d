import { z } from 'zod';
import { allSceneNames } from '#demo/drawing/scene-names.ts';
import { type RightsCode, rightsStatements } from '#media/rights/rights.ts';
import { inEvery, inSome, key, line } from './language.ts';
import { demoLevel } from './words.ts';

const fraction = z.number().min(0).max(1);

/** One file of `images/`: the words of one picture and the scene that the drawing program makes it from. */
export const demoImage = z.strictObject({
  key,
  scene: z.enum(allSceneNames),
  level: demoLevel,
  basis: line.optional(),
  credit: line,
  creator: line,
  rights: z.enum(Object.keys(rightsStatements) as RightsCode[]),
  /** A record of terms, where one holds. */
  rightsRecord: key.optional(),
  takenOn: z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/),
  /** Point of interest as fractions of width and height. */
  focus: z.tuple([fraction, fraction]),
  agency: key,
  topics: z.array(key),
  places: z.array(key),
  /** People shown whom the public may be told, each by the writings of the name. */
  persons: z.array(inSome(line)).optional(),
  words: inEvery(z.strictObject({ title: line.max(300), alt: line.max(1000), caption: line })),
});
export type DemoImage = z.infer<typeof demoImage>;

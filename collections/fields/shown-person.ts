import { z } from 'zod';
import { studioLocales } from '#languages/locales.ts';

/** In UTF-16 units. */
const longestName = 500;
const name = z.string().trim().min(1).max(longestName);

/**
 * Somebody whom a picture shows. A name has no translation, but it may be written otherwise: one writing for each language
 * where it differs, at least one in all.
 */
const shownPerson = z
  .strictObject({
    name: z.partialRecord(z.enum(studioLocales), name).refine((names) => Object.keys(names).length > 0),
    /** Whether the city says that the name may be told to the public. */
    told: z.boolean(),
    /** A minor: the name stays in the studio whatever else is said. */
    minor: z.boolean(),
  })
  .refine(({ told, minor }) => !(told && minor));
export type ShownPerson = z.infer<typeof shownPerson>;

/** Most people who are named of one picture. */
export const mostPersons = 50;
export const shownPersons = z.array(shownPerson).max(mostPersons);

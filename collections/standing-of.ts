import { z } from 'zod';
import { clearances } from '#access/level.ts';
import type { Standing } from '#access/standing.ts';

const person = z.object({
  clearance: z.enum(clearances).catch('public'),
  compartments: z
    .array(z.string())
    .nullish()
    .catch([])
    .transform((names) => names ?? []),
  // A day that is none has ended
  clearedUntil: z
    .union([z.string(), z.date()])
    .nullish()
    .catch('none')
    .transform((until) => (until === null || until === undefined ? null : new Date(until))),
});

/** What stands in a person's record: what was granted and until when, whether that is over or not. @param user as stored */
export const standingOf = (user: unknown): Standing => {
  const { clearedUntil, ...read } = person.parse(user);
  return { ...read, until: clearedUntil };
};

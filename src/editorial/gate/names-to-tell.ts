import { z } from 'zod';

/*
 * A part of the second opinion, of those who are shown.
 * @NOTE Like `releasable.ts` this file imports nothing of ours on purpose.
 */

const values = z.record(z.string(), z.unknown()).nullish();
const shownPeople = z.object({
  persons: z.array(z.object({ name: values, told: z.unknown().optional(), minor: z.unknown().optional() })).nullish(),
});

/**
 * Every writing of the names that may be told of a picture. Whoever is not said to be told, and not said to be no minor, is
 * not among them.
 */
export function namesToTell(document: unknown): ReadonlySet<string> {
  const persons = shownPeople.safeParse(document).data?.persons ?? [];
  const told = persons.filter(({ told, minor }) => told === true && minor === false);
  return new Set(
    told.flatMap(({ name }) => Object.values(name ?? {}).flatMap((one) => (typeof one === 'string' ? one.trim() : []))),
  );
}

import type { TypedUser } from 'payload';
import { z } from 'zod';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';

const person = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  name: z.string().nullish(),
  roles: z.array(z.string()).nullish(),
  translates: z.array(z.enum(studioLocales)).nullish(),
  publishes: z.array(z.enum(studioLocales)).nullish(),
});

/** What the desk needs to know of the person at it. */
export interface DeskPerson {
  id: string;
  name: string;
  roles: ReadonlySet<string>;
  translates: readonly StudioLocale[];
  publishes: readonly StudioLocale[];
}

/** Reads the person from what Payload knows of a signed-in user. */
export const readPerson = (user: TypedUser): DeskPerson => {
  const known = person.parse(user);
  return {
    id: known.id,
    name: known.name ?? '',
    roles: new Set(known.roles ?? []),
    translates: known.translates ?? [],
    publishes: known.publishes ?? [],
  };
};

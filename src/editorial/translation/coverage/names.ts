import type { Payload } from 'payload';
import { z } from 'zod';
import type { StudioLocale } from '#languages/locales.ts';
import { anyId } from '../../desk/section.ts';
import type { StudioCoverage } from './studio-coverage.ts';

/** The name of a value; null where it has none. */
export type NameOf = (value: string) => string | null;

const person = z.looseObject({ id: anyId, name: z.string().nullish() });

/** Names of people: colleagues see who writes though they may not read the list of people. */
const namesOfPeople = async ({ db }: Pick<Payload, 'db'>, ids: readonly string[]): Promise<NameOf> => {
  if (ids.length === 0) return () => null;
  const { docs } = await db.find({
    ...{ collection: 'users', where: { id: { in: [...ids] } }, limit: 0, pagination: false },
    select: { name: true },
  });
  const read = z.array(person).parse(docs);
  const names = new Map(read.map(({ id, name }) => [id, name ?? null]));
  return (id) => names.get(id) ?? null;
};

/** How topics, agencies and people are called in a language. */
export interface Namer {
  readonly topic: NameOf;
  readonly agency: NameOf;
  readonly person: NameOf;
}

/** @param people ids of those who are named */
export const openNamer = async (
  payload: Pick<Payload, 'db'>,
  { index, names }: StudioCoverage,
  locale: StudioLocale,
  people: readonly string[],
): Promise<Namer> => ({
  topic: await names(index.namesVersion, 'topic', locale),
  agency: await names(index.namesVersion, 'agency', locale),
  person: await namesOfPeople(payload, people),
});

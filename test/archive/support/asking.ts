import { expect } from 'vitest';
import type { Person } from '../../support/studio-people.ts';

interface Value {
  readonly value: string;
  readonly count: number;
  readonly label?: string;
}
/** Values of each facet, by its name. */
export type Facets = Readonly<Record<string, readonly Value[]>>;

/** Address of what the archive screen asks for: `facets`, `pictures`, `shapes`. */
export const address = (what: string, question: Record<string, string> = {}): string =>
  `/api/images/archive/${what}?${new URLSearchParams(question)}`;

/** Titles of what somebody finds, in the order of the answer. */
export const titlesFor = async (person: Person, question: Record<string, string>): Promise<string[]> => {
  const { status, body } = await person.get(address('pictures', { sort: 'added-first', ...question }));
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.total).toBe(body.pictures.length);
  return body.pictures.map(({ title }: { title: string }) => title);
};

/** Facets with their counts, as somebody is told. */
export const facetsFor = async (person: Person, question: Record<string, string> = {}): Promise<Facets> =>
  (await person.get(address('facets', question))).body.facets;

/** Values of a facet as they stand at the side: value, count, and name where it has one. */
export const sideOf = (facets: Facets, name: string): (string | number)[][] =>
  (facets[name] ?? []).map(({ value, count, label }) => [value, count, ...(label === undefined ? [] : [label])]);

/** Count of one value of a facet, by value or name; 0 where it is not told. */
export const countOf = (facets: Facets, name: string, value: string): number =>
  facets[name]?.find((one) => one.value === value || one.label === value)?.count ?? 0;

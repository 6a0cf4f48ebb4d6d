import type { Payload } from 'payload';

/** An address of the studio as the running program knows it, with its parameters: `/api/articles/:id/history`. */
export interface Door {
  readonly method: string;
  readonly path: string;
}

/** Every address that the studio answers: those of its collections, Payload’s own among them, and those of no collection. */
export const doorsOf = ({ config, collections }: Payload): Door[] => {
  const doors = config.endpoints.map(({ method, path }) => ({ method, path: `/api${path}` }));
  for (const [slug, { config: collection }] of Object.entries(collections))
    for (const { method, path } of collection.endpoints || []) doors.push({ method, path: `/api/${slug}${path}` });
  const known = new Map(doors.map(({ method, path }) => [`${method} ${path}`, { method, path }]));
  return [...known.values()];
};

/** What can stand for a parameter. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** The addresses behind a door: every value of every parameter. @param others of parameters that have no name here */
export const addressesOf = ({ path }: Door, values: Values, others: readonly string[]): string[] => {
  let found = [''];
  for (const part of path.split('/').slice(1)) {
    const name = /^:(\w+)\??$/.exec(part)?.[1];
    const choices = name === undefined ? [part] : (values[name] ?? others).map(encodeURIComponent);
    found = found.flatMap((before) => choices.map((choice) => `${before}/${choice}`));
  }
  return found;
};

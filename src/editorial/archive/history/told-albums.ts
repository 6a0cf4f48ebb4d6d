import { z } from 'zod';

const facts = z.looseObject({ put: z.array(z.string()).optional(), taken: z.array(z.string()).optional() });

interface Line {
  readonly kind: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The lists of albums that the facts of a line have, by name. */
const listsIn = (line: Line): Readonly<Record<string, readonly string[]>> => {
  const { put, taken } = line.kind === 'albums' ? (facts.safeParse(line.facts).data ?? {}) : {};
  return { ...(put && { put }), ...(taken && { taken }) };
};

/** Ids of all albums that lines of a history name. */
export const albumsIn = (lines: readonly Line[]): string[] => [
  ...new Set(lines.flatMap((line) => Object.values(listsIn(line)).flat())),
];

/**
 * Lines of a history that name albums, with those of them only that may be told of; a line without any is not there.
 * @param word what stands for an album; null where it may not be told of
 */
export const tellingAlbums = <T extends Line>(lines: readonly T[], word: (id: string) => unknown): T[] =>
  lines.flatMap((line): T[] => {
    if (line.kind !== 'albums') return [line];
    const told = Object.entries(listsIn(line)).map(([name, ids]) => {
      const words = ids.map(word).filter((one) => one !== null);
      return [name, words] as const;
    });
    if (told.every(([, words]) => words.length === 0)) return [];
    return [{ ...line, facts: { ...line.facts, ...Object.fromEntries(told) } }];
  });

/** The same for who is handed ids. */
export const tellingOnly = <T extends Line>(lines: readonly T[], albums: { has(id: string): boolean }): T[] =>
  tellingAlbums(lines, (id) => (albums.has(id) ? id : null));

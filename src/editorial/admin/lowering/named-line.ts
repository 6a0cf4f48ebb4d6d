import type { OpeningNames } from '../../workflow/lowering/opening-names.ts';

/** No id is shorter, and no word of a text is taken for one. */
const shortest = 16;

/**
 * A line with names in the place of ids.
 * @param unknown words for what the person may not know of
 */
export const namedLine = (line: string, names: OpeningNames, unknown: string): string =>
  Object.entries(names).reduce(
    (words, [id, name]) => (id.length < shortest ? words : words.replaceAll(id, () => name ?? unknown)),
    line,
  );

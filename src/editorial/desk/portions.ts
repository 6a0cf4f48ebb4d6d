/** Ids that are asked for at once: databases take only so many. */
const portion = 500;

/** Asks about ids, so many at once, one portion after another. @returns all answers, in the order of the ids' portions */
export const inPortions = async <T>(
  ids: readonly string[],
  ask: (some: string[]) => Promise<readonly T[]>,
): Promise<T[]> => {
  const answers: (readonly T[])[] = [];
  for (let from = 0; from < ids.length; from += portion) answers.push(await ask(ids.slice(from, from + portion)));
  return answers.flat() as T[];
};

import type { Studio } from '../../support/studio.ts';
import { type StudioState, stateOf } from '../../support/studio-state.ts';
import type { Watch } from './written-to.ts';

/** All that a studio keeps, but for the lines of its log. */
const keptBy = async (studio: Studio): Promise<StudioState> => {
  const { audit: _, ...state } = await stateOf(studio);
  return state;
};

/**
 * Compares all that a studio keeps before and after a row of refusals without anything allowed between them: a database that does not
 * tell of each row is read whole, which takes too long to be done at each door.
 */
export const watchState = async (studio: Studio): Promise<Watch> => {
  let before = await keptBy(studio);
  let row: string[] = [];
  let writes = 0;
  const end = async (): Promise<string[]> => {
    if (row.length === 0) return [];
    const after = await keptBy(studio);
    const parts = Object.keys(after).filter((part) => after[part] !== before[part]);
    const where = `between ${row.at(0)} and ${row.at(-1)}`;
    [before, row] = [after, []];
    return parts.map((part) => `is refused, and ${part} are others ${where}`);
  };
  const begin = async () => {
    [before, row] = [await keptBy(studio), []];
  };
  return {
    begin,
    end,
    ask: async (door, mayWrite, knock) => {
      if (!mayWrite) {
        row.push(door);
        return { status: await knock(), wrong: [] };
      }
      const wrong = await end();
      const [earlier, status] = [before, await knock()];
      await begin();
      if (Object.keys(before).some((part) => before[part] !== earlier[part])) writes += 1;
      return { status, wrong };
    },
    writes: () => writes,
  };
};

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../support/studio.ts';
import { openRoad, type Road } from '../whole-road/support/road.ts';
import {
  lowerThanContent,
  movedSilently,
  openWords,
  type Standing,
  standingOf,
  textOfFeed,
  unexplained,
} from './support/check-life.ts';
import { type Step, step } from './support/life-steps.ts';
import { openLives } from './support/lives.ts';

/** How many lives there are in a run of the tests, and how many of a longer one: `LIVES=500 npx vitest run --project=int random-lives`. */
const lives = Number(process.env.LIVES ?? 5);
const seed = process.env.LIVES_SEED === undefined ? {} : { seed: Number(process.env.LIVES_SEED) };

/** What anybody outside can list, in every language, as one text. */
const outside = async (road: Road): Promise<string> => {
  const told: string[] = [];
  for (const locale of ['vi', 'en', 'fr', 'zh-Hans'])
    for (const kind of ['articles', 'images'])
      told.push(JSON.stringify((await road.read(`/v1/${locale}/${kind}?limit=100&fallback=none&sort=updated`)).body));
  return told.join('');
};

describe.each(databases)('R50 R51 R52 R53 random lives of documents, on %s', (database) => {
  let road: Road;
  let world: Awaited<ReturnType<typeof openLives>>;
  beforeAll(async () => {
    road = await openRoad(database);
    world = await openLives(road);
  }, 120_000);
  afterAll(() => road?.[Symbol.asyncDispose]());

  const seen = new Map<string, number>();
  const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

  const live = async (steps: readonly Step[]): Promise<void> => {
    const life = world.begin();
    for (const act of ['upload', 'write'] as const)
      await life.take(act === 'upload' ? { act, who: 'curator', alike: false } : { act, who: 'editor', picture: 0 });
    let before: Standing[] = await standingOf(road.studio, life.all);
    for (const taken of steps) {
      const answer = await life.take(taken);
      expect(answer?.status ?? 200, JSON.stringify([taken, answer?.body])).toBeLessThan(500);
      if ((answer?.status ?? 400) < 300) count(taken.act);
      const after = await standingOf(road.studio, life.all);
      await road.arrived();
      const said = textOfFeed(await road.house.live()) + (await outside(road));
      const wrong = [
        ...lowerThanContent(after),
        ...unexplained(after),
        ...movedSilently(before, after),
        ...openWords(after, said),
      ];
      expect(wrong, JSON.stringify(taken)).toEqual([]);
      for (const { one, marking } of after)
        if (marking.level === 'public' && said.includes(one.token)) count('is read outside');
      before = after;
    }
  };

  /** A life in which everything happens that has to happen at least once, so that the others are not told from nothing. */
  const example: Step[] = [
    { act: 'publish', who: 'publisher', of: 0, locale: 'vi' },
    { act: 'upload', who: 'curator', alike: true },
    { act: 'merge', who: 'curator' },
    { act: 'raise', who: 'officer', of: 0, level: 'restricted', compartments: ['harbour'] },
    { act: 'ask', who: 'officer', of: 0, level: 'internal', compartments: [] },
    { act: 'agree', who: 'officer', of: 0 },
    { act: 'agree', who: 'second', of: 0 },
    { act: 'duplicate', who: 'editor', of: 0 },
    { act: 'import', who: 'curator' },
    { act: 'embed', who: 'editor', of: 0, picture: 2 },
  ];

  it('hold nothing higher, let nothing out, fall by two alone, and are told by the log', {
    timeout: 3_600_000,
  }, async () => {
    const some = fc.array(step, { minLength: 4, maxLength: 10 });
    await fc.assert(fc.asyncProperty(some, live), {
      ...seed,
      numRuns: lives,
      examples: [[example]],
      endOnFailure: lives < 20,
    });
    for (const act of ['publish', 'raise', 'ask', 'agree', 'duplicate', 'is read outside'])
      expect(seen.get(act) ?? 0, act).toBeGreaterThan(0);
  });
});

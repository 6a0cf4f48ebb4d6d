import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#access/viewer.ts';
import { completeText } from '../support/lexical.ts';
import { exhaustiveDatabases } from '../support/studio.ts';
import { openRoad, type Road } from '../whole-road/support/road.ts';
import {
  lowerThanContent,
  movedSilently,
  namedUnseen,
  openWords,
  type Standing,
  standingOf,
  textOfFeed,
  unexplained,
} from './support/check-life.ts';
import { type Step, step } from './support/life-steps.ts';
import { openLives } from './support/lives.ts';
import { sealsAstray } from './support/seals.ts';
import { openAddresses, shownAddresses } from './support/twin-addresses.ts';
import { partings, questionsOf, toldByStudio, toldOutside } from './support/twin-requests.ts';
import { anySecrets, hideOne, type Secret } from './support/twin-secrets.ts';

/** How many lives there are in a run of the tests, and how many of a longer one: `LIVES=500 npx vitest run --project=int random-lives`. */
const usual = 5;
const lives = Number(process.env.LIVES ?? usual);
const seed = process.env.LIVES_SEED === undefined ? {} : { seed: Number(process.env.LIVES_SEED) };

/** What anybody outside can list, in every language, as one text. */
const outside = async (road: Road): Promise<string> => {
  const told: string[] = [];
  for (const locale of ['vi', 'en', 'fr', 'zh-Hans'])
    for (const kind of ['articles', 'events', 'images', 'albums'])
      told.push(JSON.stringify((await road.read(`/v1/${locale}/${kind}?limit=100&fallback=none&sort=updated`)).body));
  return told.join('');
};

describe.each(exhaustiveDatabases)('random lives of documents, on %s', (database) => {
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
      await life.take(
        act === 'upload' ? { act, who: 'curator', alike: false } : { act, who: 'editor', kind: 'articles', picture: 0 },
      );
    let before: Standing[] = await standingOf(road.studio, life.all);
    for (const taken of steps) {
      const answer = await life.take(taken);
      expect(answer?.status ?? 200, JSON.stringify([taken, answer?.body])).toBeLessThan(500);
      if ((answer?.status ?? 400) < 300) count(taken.act);
      const after = await standingOf(road.studio, life.all);
      await road.arrived();
      const live = await road.house.live();
      const said = textOfFeed(live) + (await outside(road));
      const wrong = [
        ...lowerThanContent(after),
        ...unexplained(after),
        ...movedSilently(before, after),
        ...openWords(after, said),
        ...namedUnseen(live),
        ...(await sealsAstray(road.studio, life.all)),
      ];
      expect(wrong, JSON.stringify(taken)).toEqual([]);
      for (const { one, marking } of after)
        if (marking.level === 'public' && said.includes(one.token)) count(`is read outside: ${one.collection}`);
      before = after;
    }
  };

  /** A life in which everything happens that has to happen at least once, so that the others are not told from nothing. */
  const example: Step[] = [
    { act: 'publish', who: 'publisher', of: 0, locale: 'vi' },
    { act: 'write', who: 'editor', kind: 'events', picture: 0 },
    { act: 'publish', who: 'publisher', of: 1, locale: 'vi' },
    { act: 'collect', who: 'curator', picture: 0 },
    { act: 'open-album', who: 'publisher', of: 0 },
    { act: 'upload', who: 'curator', alike: true },
    { act: 'put-in', who: 'curator', of: 0, picture: 1 },
    { act: 'describe', who: 'curator', of: 0, locale: 'vi', picture: 0, within: null },
    { act: 'merge', who: 'curator' },
    { act: 'raise', who: 'officer', of: 0, level: 'restricted', compartments: ['harbour'] },
    { act: 'ask', who: 'officer', of: 0, level: 'internal', compartments: [] },
    { act: 'agree', who: 'officer', of: 0 },
    { act: 'agree', who: 'second', of: 0 },
    { act: 'duplicate', who: 'editor', of: 0 },
    { act: 'import', who: 'curator' },
    { act: 'embed', who: 'editor', of: 0, picture: 2 },
  ];

  it('R50 R51 R52 R53: hold nothing higher, let nothing out, fall by two alone, and are told by the log', {
    timeout: 3_600_000,
  }, async () => {
    const some = fc.array(step, { minLength: 4, maxLength: 10 });
    await fc.assert(fc.asyncProperty(some, live), {
      ...seed,
      numRuns: lives,
      examples: [[example]],
      endOnFailure: lives < 20,
    });
    const outsideOf = ['articles', 'events', 'albums'].map((kind) => `is read outside: ${kind}`);
    for (const act of ['publish', 'raise', 'ask', 'agree', 'duplicate', 'put-in', 'describe', ...outsideOf])
      expect(seen.get(act) ?? 0, act).toBeGreaterThan(0);
  });

  it('R46 R54: a world with secrets answers like the same world without them', { timeout: 3_600_000 }, async () => {
    const { studio, people, node } = road;
    const cleared = { clearance: 'restricted', compartments: ['harbour'] } as const;
    const keeper = await studio.person([...roles], { ...cleared, compartments: ['harbour'] });
    const askers = [
      studio.anonymous,
      await studio.person([...roles]),
      await studio.person('editor', { clearance: 'public' }),
    ];
    const image = await road.upload(people.curator, `mở${Date.now()}`, {
      title: 'chợ a',
      alt: 'chợ',
      credit: 'Lan',
      rights: 'http://creativecommons.org/licenses/by/4.0/',
    });
    const words = { title: 'chợ', description: 'x', pressKit: true, pressText: 'chợ' };
    const album = await people.curator.post('/api/albums?locale=vi&depth=0', words);
    await people.curator.post(`/api/albums/${album.body.doc.id}/members`, { images: [image.id] });
    await people.publisher.post(`/api/albums/${album.body.doc.id}/release`);
    const story = await road.create(people.editor, 'articles', completeText('chợ x', [image.id]));
    await road.publish(people.publisher, 'articles', story.id, 'vi');
    const open = { image: image.id, album: album.body.doc.id };
    await road.arrived();
    const [doors, pages] = [openAddresses(studio.payload), await shownAddresses(node)];
    let [hidden, told] = [0, 0];
    const twins = fc.asyncProperty(anySecrets, questionsOf(doors, pages), async (secrets, questions) => {
      const ask = async () => {
        await road.arrived();
        const inside = await Promise.all(
          askers.flatMap((asker) => questions.studio.map((path) => toldByStudio(asker, path))),
        );
        return [...inside, ...(await Promise.all(questions.delivery.map((path) => toldOutside(node, path))))];
      };
      const without = await ask();
      for (const one of secrets) await hideOne(keeper, one, open);
      hidden += secrets.length;
      told += without.filter((said) => said.includes(',200,') && said.includes('chợ')).length;
      expect(partings(without, await ask())).toEqual([]);
    });
    const everything: [Secret[], { studio: string[]; delivery: string[] }] = [
      [
        { kind: 'article that shows what is open', word: 'ẩn', comment: true },
        { kind: 'picture in an open album', word: 'kín', comment: false },
      ],
      { studio: doors, delivery: pages },
    ];
    // The usual run asks some doors of the two worlds, the long one each
    const examples = lives > usual ? [everything] : [];
    await fc.assert(twins, { ...seed, numRuns: lives, examples, endOnFailure: lives < 20 });
    // Whoever may know is told of them, and the others were told of something
    const { body } = await keeper.get('/api/articles/count?where[title][like]=n&draft=true');
    expect([hidden > 0, told > 0, body.totalDocs > 0]).toEqual([true, true, true]);
  });
});

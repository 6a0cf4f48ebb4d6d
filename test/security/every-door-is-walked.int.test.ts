import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#access/viewer.ts';
import { openReference } from '../delivery/support/reference.ts';
import { filesIn } from '../support/files-in.ts';
import { completeText } from '../support/lexical.ts';
import { exhaustiveDatabases } from '../support/studio.ts';
import type { Caller } from '../support/studio-caller.ts';
import { stateOf } from '../support/studio-state.ts';
import { openRoad, type Road } from '../whole-road/support/road.ts';
import { openSearch } from './support/disguises.ts';
import { type Door, doorsOf } from './support/doors.ts';
import { type HiddenWorld, hide } from './support/hidden-world.ts';
import { pairsOf, walk } from './support/walk.ts';

describe.each(exhaustiveDatabases)('every door is walked, on %s', (database) => {
  let road: Road;
  let world: HiddenWorld;
  let search: (said: string | Buffer) => string[];
  let doors: Door[];
  let known: string;
  beforeAll(async () => {
    road = await openRoad(database);
    world = await hide(road);
    search = openSearch([...world.words.values()]);
    doors = doorsOf(road.studio.payload);
    const story = await road.create(road.people.editor, 'articles', completeText('Chợ đêm'));
    await road.publish(road.people.publisher, 'articles', story.id, 'vi');
    known = story.slug;
    // Now and not after the walks: a gate that runs reads hints as they come, and looks back two minutes at most
    await road.arrived();
  }, 120_000);
  afterAll(() => road?.[Symbol.asyncDispose]());

  const isReading = (method: string) => method === 'get';
  const outside = { clearance: 'restricted', compartments: ['metro'] } as const;
  const askers: readonly (readonly [string, () => Promise<Caller>])[] = [
    ['nobody', async () => road.studio.anonymous],
    ['somebody with every role', () => road.studio.person([...roles])],
    [
      'somebody cleared, of another compartment',
      () => road.studio.person([...roles], { ...outside, compartments: ['metro'] }),
    ],
  ];
  /** Without what a refusal leaves, and without what everybody may begin for themselves: an empty list of uploads, a second factor. */
  const kept = async () => {
    const { audit: _, 'upload-batches': __, factors: ___, ...state } = await stateOf(road.studio);
    return state;
  };
  const walkAll = async (asker: Caller, isMethod: (method: string) => boolean): Promise<string[]> => {
    const wrong: string[] = [];
    // Whoever leaves is nobody at every door after that
    for (const door of doors.filter(({ method, path }) => isMethod(method) && !path.endsWith('/users/logout')))
      for (const pair of pairsOf(door, world)) wrong.push(...(await walk(asker, pair, search)));
    return wrong;
  };

  it('is known from the running program, and whoever may read what is hidden finds all of it there', async () => {
    expect(doors.length).toBeGreaterThan(500);
    const found = new Set((await walkAll(world.keeper, isReading)).map((line) => /ẩnđịa[0-9a-f]+$/.exec(line)?.[0]));
    const told = [...world.words].filter(([, word]) => found.has(word)).map(([place]) => place);
    expect(told.toSorted()).toEqual([...world.words.keys()].toSorted());
  });

  it.each(askers)(
    'R5 R29 R31 R34: %s reads no word of it anywhere, and cannot tell it from nothing',
    async (_, who) => {
      expect(await walkAll(await who(), isReading)).toEqual([]);
    },
  );

  it.each(askers.filter(([name]) => !name.includes('role')))(
    'R5 R34: %s changes nothing of it by any door',
    async (_, who) => {
      const asker = await who();
      const before = await kept();
      expect(await walkAll(asker, (method) => !isReading(method))).toEqual([]);
      expect(await kept()).toEqual(before);
    },
  );

  it('R33 R36 R48: nothing of it is in what the gate keeps, sends and logs, nor anywhere at a delivery node', async () => {
    await road.arrived();
    expect((await road.read(`/v1/vi/articles/${known}`)).status).toBe(200);
    const { document } = await openReference(road.node);
    const names = [...world.words.values(), ...Object.values(world.ids).flat()].map(encodeURIComponent);
    const wrong: string[] = [];
    for (const template of Object.keys(document.paths))
      for (const name of template.includes('{') ? names : ['']) {
        const path = template.replace('{locale}', 'vi').replaceAll(/\{\w+\}/g, name);
        for (const asked of [path, `${path}?q=${name}&limit=50`]) {
          const answer = await road.node.get(asked);
          const said = Buffer.from(await answer.arrayBuffer())
            .toString('latin1')
            .replaceAll(name, '');
          if (answer.status >= 500 || search(said).length > 0) wrong.push(`${asked} ${answer.status}`);
        }
      }
    for (const folder of [road.house.dir, `${road.studio.folder}/node`])
      for (const [file, bytes] of await filesIn(folder)) if (search(bytes).length > 0) wrong.push(file);
    wrong.push(...search(await road.house.bytes()), ...search(road.house.log.join('')));
    expect(wrong).toEqual([]);
  });
});

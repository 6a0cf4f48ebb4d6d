import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#access/viewer.ts';
import { openReference } from '../delivery/support/reference.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { filesIn } from '../support/files-in.ts';
import { completeText } from '../support/lexical.ts';
import { exhaustiveDatabases } from '../support/studio.ts';
import type { Caller } from '../support/studio-caller.ts';
import { stateOf } from '../support/studio-state.ts';
import { openRoad, type Road } from '../whole-road/support/road.ts';
import { openSearch } from './support/disguises.ts';
import { type Door, doorsOf } from './support/doors.ts';
import { showsMark } from './support/hidden-picture.ts';
import { isHiddenFrom } from './support/hidden-rows.ts';
import { type HiddenWorld, hide } from './support/hidden-world.ts';
import { pairsOf, walk } from './support/walk.ts';

/** Words that stand in rows of programs, and are told to nobody by any address that reads. */
const toldByNoDoor: readonly string[] = [
  ...['mark', 'exif', 'icc', 'audit-removals reason', 'audit-removals decidedWhy', 'grants decidedWhy'],
  ...['grants reason', 'look-alikes slugs', 'lowerings decidedWhy', 'memory-imports fileName', 'memory-imports units'],
  ...['picture-deletions decidedWhy', 'picture-edit-items before', 'picture-edits change', 'picture-holds liftedWhy'],
  ...['reviews approved', 'secrecy-cases reason', 'copies destroyedHow', 'copy-permissions decidedWhy'],
  ...['copy-permissions purpose', 'copy-permissions recipient'],
];

describe.each(exhaustiveDatabases)('every door is walked, on %s', (database) => {
  let road: Road;
  let world: HiddenWorld;
  let search: (said: string | Buffer) => string[];
  let doors: Door[];
  let known: string;
  beforeAll(async () => {
    road = await openRoad(database);
    world = await hide(road.studio);
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
  const cleared = { clearance: 'restricted', compartments: ['harbour'] } as const;
  const knowing = (more: object = {}) =>
    road.studio.person([...roles], { ...cleared, compartments: [...cleared.compartments], ...more });
  const ended = async (): Promise<Caller> => {
    const who = await knowing();
    expect((await who.post('/api/users/logout')).status).toBe(200);
    return who;
  };
  const shutOut = async (): Promise<Caller> => {
    const who = await knowing();
    await road.studio.payload.update({ collection: 'users', id: who.id, data: { disabled: true } });
    return who;
  };
  const lapsed = async (): Promise<Caller> => {
    const who = await knowing();
    const clearedUntil = new Date(0).toISOString();
    await road.studio.payload.db.updateOne({
      collection: 'users',
      id: who.id,
      data: { clearedUntil },
      returning: false,
    });
    return who;
  };
  type Asker = readonly [name: string, who: () => Promise<Caller>, as: readonly string[]];
  const outsiders: readonly Asker[] = [
    ['nobody', async () => road.studio.anonymous, []],
    ['somebody who is shut out', shutOut, []],
    ['somebody of an ended session', ended, []],
    ['somebody who must choose a password', () => knowing({ mustChangePassword: true }), []],
  ];
  const colleagues: readonly Asker[] = [
    ['somebody with every role', () => road.studio.person([...roles]), roles],
    [
      'somebody cleared, of another compartment',
      () => road.studio.person([...roles], { ...outside, compartments: ['metro'] }),
      roles,
    ],
    ['somebody whose clearance has ended', lapsed, roles],
    ...roles.map((role): Asker => [`by the role alone, ${role}`, () => road.studio.person(role), [role]]),
  ];
  /** The usual run asks as some of them; the long one as all. */
  const isAsked = ([name]: Asker) => isLongRun || /nobody|another compartment/.test(name);
  const askers = [...outsiders, ...colleagues].filter(isAsked);
  const searchFor = (as: readonly string[]) =>
    openSearch([...world.words].filter(([place]) => isHiddenFrom(as, place)).map(([, word]) => word));
  /** Without what a refusal leaves, and without what everybody may begin for themselves: an empty list of uploads, a second factor. */
  const kept = async () => {
    const { audit: _, 'upload-batches': __, factors: ___, ...state } = await stateOf(road.studio);
    return state;
  };
  /** Without rows that whoever has these roles may read: they can tell them from nothing. */
  const hiddenWorldFor = (as: readonly string[]): HiddenWorld => ({
    ...world,
    kept: Object.fromEntries(Object.entries(world.kept).filter(([slug]) => isHiddenFrom(as, slug))),
  });
  const walkAll = async (asker: Caller, isMethod: (method: string) => boolean, as?: readonly string[]) => {
    const sought = as ? searchFor(as) : search;
    const wrong: string[] = [];
    // Whoever leaves is nobody at every door after that
    for (const door of doors.filter(({ method, path }) => isMethod(method) && !path.endsWith('/users/logout')))
      for (const pair of pairsOf(door, as ? hiddenWorldFor(as) : world))
        wrong.push(...(await walk(asker, pair, sought)));
    return wrong;
  };

  it('is known from the running program, and whoever may read what is hidden finds all of it there', async () => {
    expect(doors.length).toBeGreaterThan(500);
    const told = await walkAll(world.keeper, isReading);
    const found = new Set(told.map((line) => / says (.+)$/.exec(line)?.[1]));
    const untold = [...world.words].filter(([, word]) => !found.has(word)).map(([place]) => place);
    expect(untold.toSorted()).toEqual([...toldByNoDoor].toSorted());
  });

  it.each(askers)(
    'R5 R29 R31 R34: %s reads no word of it anywhere, and cannot tell it from nothing',
    async (_, who, as) => {
      expect(await walkAll(await who(), isReading, as)).toEqual([]);
    },
  );

  // Of nobody the usual run is told so by the table of doors
  it.each(askers.filter(([name]) => !name.includes('role') && (isLongRun || name !== 'nobody')))(
    'R5 R34: %s changes nothing of it by any door',
    async (_, who, as) => {
      const asker = await who();
      const before = await kept();
      expect(await walkAll(asker, (method) => !isReading(method), as)).toEqual([]);
      expect(await kept()).toEqual(before);
    },
    5 * 60_000,
  );

  it('R33 R36 R48: nothing of it is in what the gate keeps, sends and logs, nor anywhere at a delivery node', async () => {
    await road.arrived();
    expect((await road.read(`/v1/vi/articles/${known}`)).status).toBe(200);
    const mark = world.words.get('mark') ?? '';
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
      for (const [file, bytes] of await filesIn(folder))
        if (search(bytes).length > 0 || (await showsMark(bytes, mark))) wrong.push(file);
    wrong.push(...search(await road.house.bytes()), ...search(road.house.log.join('')));
    expect(wrong).toEqual([]);
  });
});

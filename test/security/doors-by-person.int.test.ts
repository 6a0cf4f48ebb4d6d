import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Caller } from '../support/studio-caller.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';
import {
  askerFor,
  columnIn,
  documentsFor,
  type Ids,
  inOrder,
  knock,
  mayWriteAt,
  nameOf,
  type Principal,
  principals,
  tableOf,
} from './support/door-matrix.ts';
import { type Door, doorsOf } from './support/doors.ts';
import { watchState } from './support/left-as-it-was.ts';
import { type Watch, watchRows } from './support/written-to.ts';

/** What stands in the table; `DOORS=write` writes it anew, to be read before it is kept. */
const file = join(import.meta.dirname, 'doors.md');

describe.each(exhaustiveDatabases)('every door, for everybody, on %s', (database) => {
  const statuses = new Map<string, Map<Principal, number>>();
  let studio: Studio;
  let makers: { editor: Person; curator: Person };
  let doors: Door[];
  let watch: Watch;
  beforeAll(async () => {
    studio = await startStudio({ database });
    makers = { editor: await studio.person('editor'), curator: await studio.person('curator') };
    doors = inOrder(doorsOf(studio.payload));
    for (const door of doors) statuses.set(nameOf(door), new Map());
    watch = await (database === 'sqlite' ? watchRows : watchState)(studio);
  });
  afterAll(() => studio?.close());

  /** Asks every door. @returns the answers by door, and what was written where nothing may be or broke */
  const askAll = async (asker: Caller, ids: Ids, expected: ReadonlyMap<string, number>) => {
    const answers = new Map<string, number>();
    const wrong: string[] = [];
    await watch.begin();
    for (const door of doors) {
      const name = nameOf(door);
      const mayWrite = mayWriteAt(door, expected.get(name));
      const asked = await watch.ask(name, mayWrite, () => knock(asker, door, ids));
      answers.set(name, asked.status);
      if (asked.status >= 500) wrong.push(`${name} answers ${asked.status}`);
      wrong.push(...asked.wrong.map((what) => `${name} ${what}`));
    }
    return { answers, wrong: [...wrong, ...(await watch.end())] };
  };
  const column = (principal: Principal) => columnIn(readFileSync(file, 'utf8'), principal);

  it.each(principals)('R30 R43: writes nothing where %s is refused or only reads', async (principal) => {
    const ids = await documentsFor(studio, makers, principals.indexOf(principal));
    const { answers, wrong } = await askAll(await askerFor(studio, principal), ids, column(principal));
    for (const [door, status] of answers) statuses.get(door)?.set(principal, status);
    expect(wrong).toEqual([]);
  });

  it('R30 R43: answers as the table says', () => {
    // Some of what is allowed does write, so that the watch sees it
    expect(watch.writes()).toBeGreaterThan(20);
    if (process.env.DOORS === 'write') writeFileSync(file, tableOf(statuses));
    expect(tableOf(statuses).split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
  });

  it('R30 R43: nobody who has not signed in gets through any, and leaves the studio as it was', async () => {
    const ids = await documentsFor(studio, makers, 99);
    const { audit: _, ...before } = await stateOf(studio);
    const through: string[] = [];
    for (const door of doors) if ((await knock(studio.anonymous, door, ids)) < 400) through.push(nameOf(door));
    const { audit: __, ...after } = await stateOf(studio);
    expect(after).toEqual(before);
    expect(through.toSorted()).toEqual(openToAll);
  });
});

/** What anybody may ask without signing in. */
const openToAll = [
  'GET /api/access',
  'GET /api/health',
  'GET /api/users/me',
  'POST /api/users/login/passkey-challenge',
];

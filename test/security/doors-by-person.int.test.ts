import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#access/viewer.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Caller } from '../support/studio-caller.ts';
import type { Description, Person } from '../support/studio-people.ts';
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

/** The usual run asks as the first of a kind; the long one as all of them. */
const asked = <T>(them: readonly T[]): readonly T[] => (isLongRun ? them : them.slice(0, 1));

/** Who is asked for whom the table speaks: in the usual run nobody, who may do most, who writes, and who may see the log. */
const asking: readonly Principal[] =
  isLongRun || process.env.DOORS === 'write' ? principals : ['nobody', 'administrator', 'editor', 'security-officer'];

/** What stands in the table; `DOORS=write` writes it anew, to be read before it is kept. */
const file = join(import.meta.dirname, 'doors.md');

describe.each(exhaustiveDatabases)('every door, for everybody, on %s', (database) => {
  const statuses = new Map<string, Map<Principal, number>>();
  let studio: Studio;
  let makers: { editor: Person; curator: Person };
  let doors: Door[];
  let watch: Watch;
  beforeAll(async () => {
    // So that somebody is there who must have a second factor and has none
    studio = await startStudio({ database, values: { secondFactor: { from: 'mat', roles: [] } } });
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

  it.each(asking)('R30 R43: writes nothing where %s is refused or only reads', async (principal) => {
    const ids = await documentsFor(studio, makers, principals.indexOf(principal));
    const { answers, wrong } = await askAll(await askerFor(studio, principal), ids, column(principal));
    for (const [door, status] of answers) statuses.get(door)?.set(principal, status);
    expect(wrong).toEqual([]);
  });

  it('R30 R43: answers as the table says', () => {
    // Some of what is allowed does write, so that the watch sees it
    expect(watch.writes()).toBeGreaterThan(20);
    if (process.env.DOORS === 'write') writeFileSync(file, tableOf(statuses));
    if (asking === principals) expect(tableOf(statuses).split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
    for (const principal of asking) {
      const answers = [...statuses].map(([door, by]) => [door, by.get(principal)] as const);
      expect(Object.fromEntries(answers), principal).toEqual(Object.fromEntries(column(principal)));
    }
  });

  it.each(asked(notMore))('R13 R30: %s is answered as nobody is, at every door', async (_who, end) => {
    const [ids, asker] = [await documentsFor(studio, makers, 97), await studio.person('editor')];
    await end(studio, asker);
    const { answers, wrong } = await askAll(asker, ids, column('nobody'));
    expect(wrong).toEqual([]);
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(column('nobody')));
  });

  it.each(asked(notYet))(
    'R30: %s gets through no door but those that lead further',
    async (_who, description, further) => {
      const [ids, asker] = [await documentsFor(studio, makers, 98), await studio.person([...roles], description)];
      const { answers, wrong } = await askAll(asker, ids, column('administrator'));
      expect(wrong).toEqual([]);
      const through = [...answers].filter(([, status]) => status < 400).map(([door]) => door);
      expect(through.toSorted()).toEqual([...openToAll, ...further].toSorted());
    },
  );

  it.runIf(isLongRun)('R30: clearance alone opens no door that is not open to the role', async () => {
    const [ids, asker] = [await documentsFor(studio, makers, 96), await studio.person('editor', cleared)];
    const { answers, wrong } = await askAll(asker, ids, column('editor'));
    expect(wrong).toEqual([]);
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(column('editor')));
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

/** Whose token counts for nothing any more. */
const notMore: readonly (readonly [string, (studio: Studio, person: Person) => Promise<unknown>])[] = [
  [
    'somebody who is shut out',
    async ({ payload }, { id }) => {
      // Beneath the rules, which would end their sessions as well
      const found = await payload.db.findOne<{ id: string }>({
        collection: 'users',
        where: { id: { equals: id } },
      });
      await payload.db.updateOne({ collection: 'users', id, data: { ...found, disabled: true } });
    },
  ],
  ['somebody whose session has ended', (_studio, person) => person.post('/api/users/logout')],
];

/** What whoever has signed in may always do: see and leave their own sessions, keep their own preferences, see their own record. */
const ownDoors = [
  'DELETE /api/payload-preferences/',
  'DELETE /api/payload-preferences/:key',
  'GET /api/account/activity',
  'GET /api/account/sessions',
  'GET /api/payload-preferences/:key',
  'GET /api/users/',
  'GET /api/users/count',
  'POST /api/account/sessions/end-others',
  'POST /api/payload-preferences/:key',
  'POST /api/users/logout',
  'POST /api/users/refresh-token',
];

const toEnrol = [
  'GET /api/account/factors',
  'POST /api/account/factors/totp',
  'POST /api/account/passkeys/challenge',
  'POST /api/account/prove-challenge',
];

/** Who has signed in and has something to do before anything else, whatever their roles are, and the doors that are open until then. */
const notYet = [
  ['somebody who must choose a password', { mustChangePassword: true }, ownDoors],
  ['somebody who must have a second factor', { clearance: 'mat' }, [...ownDoors, ...toEnrol]],
] as const;

const cleared: Description = { clearance: 'restricted', compartments: ['harbour', 'metro'] };

/** What anybody may ask without signing in. */
const openToAll = [
  'GET /api/access',
  'GET /api/health',
  'GET /api/users/me',
  'POST /api/users/login/passkey-challenge',
];

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Person } from '../support/studio-people.ts';
import { stateOf } from '../support/studio-state.ts';
import {
  askerFor,
  documentsFor,
  inOrder,
  knock,
  nameOf,
  type Principal,
  principals,
  tableOf,
} from './support/door-matrix.ts';
import { type Door, doorsOf } from './support/doors.ts';
import { listingOf, watchTables } from './support/written-to.ts';

/** What stands in the table; `DOORS=write` writes it anew, to be read before it is kept. */
const file = join(import.meta.dirname, 'doors.md');

describe.each(exhaustiveDatabases)('every door, for everybody, on %s', (database) => {
  let studio: Studio;
  let makers: { editor: Person; curator: Person };
  let doors: Door[];
  beforeAll(async () => {
    studio = await startStudio({ database });
    makers = { editor: await studio.person('editor'), curator: await studio.person('curator') };
    doors = inOrder(doorsOf(studio.payload));
  });
  afterAll(() => studio?.close());

  it.runIf(database === 'sqlite')(
    'R30 R43: answers as the table says, and writes nothing where it refuses',
    async () => {
      const statuses = new Map<string, Map<Principal, number>>(doors.map((door) => [nameOf(door), new Map()]));
      const written = await watchTables(studio);
      const wrong: string[] = [];
      let allowed = 0;
      for (const [of, principal] of principals.entries()) {
        const [ids, asker] = [await documentsFor(studio, makers, of), await askerFor(studio, principal)];
        let files = await listingOf(studio);
        await written.since();
        for (const door of doors) {
          const status = await knock(asker, door, ids);
          statuses.get(nameOf(door))?.set(principal, status);
          const [tables, after] = [await written.since(), await listingOf(studio)];
          if (status >= 500) wrong.push(`${principal} ${nameOf(door)} answers ${status}`);
          if (status >= 400 && (tables.length > 0 || after !== files))
            wrong.push(
              `${principal} ${nameOf(door)} is refused with ${status} and writes to ${tables.join(', ') || 'masters'}`,
            );
          if (status < 400 && tables.length > 0) allowed += 1;
          files = after;
        }
      }
      expect(wrong).toEqual([]);
      // Some of what is allowed does write, so that the watch over tables sees it
      expect(allowed).toBeGreaterThan(20);
      if (process.env.DOORS === 'write') writeFileSync(file, tableOf(statuses));
      expect(tableOf(statuses).split('\n')).toEqual(readFileSync(file, 'utf8').split('\n'));
    },
  );

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

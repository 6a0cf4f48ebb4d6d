import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Level, levels, rankOf } from '#access/level.ts';
import { isRole } from '#access/viewer.ts';
import { isLongRun } from '../support/exhaustive-files.ts';
import { exhaustiveDatabases, type Studio, startStudio } from '../support/studio.ts';
import type { Answer } from '../support/studio-caller.ts';
import { albums } from './support/albums.ts';
import { isOpen, type Things } from './support/doors.ts';
import { type Asker, clearance, everyone, gather, type Name } from './support/everyone.ts';
import { images } from './support/images.ts';
import { auditLines, markings, reviews } from './support/machine-records.ts';
import { concepts, consents, referenceData } from './support/reference-data.ts';
import { opens, type Row, tableOf } from './support/tables.ts';
import { events } from './support/texts.ts';

const kinds = [
  'event',
  'image',
  'album',
  'marking',
  'review',
  'audit',
  'place',
  'topic',
  'agency',
  'rights',
  'consent',
  'concept',
] as const;

/** What has no level. */
const unmarked: ReadonlySet<string> = new Set(['place', 'topic', 'agency', 'rights', 'consent', 'concept']);

/** Every level in the long run; in the usual one those at which rules begin to differ, and what nobody here may reach. */
const levelsOfDocuments: readonly Level[] = isLongRun ? levels : ['public', 'internal', 'unreviewed', 'mat'];

/** Documents stand at every level; what speaks of them within reach and beyond it; reference data has none. */
const levelsOf = (kind: (typeof kinds)[number], name: Name): readonly Level[] => {
  if (unmarked.has(kind)) return ['public'];
  return (kind === 'event' || kind === 'image' || kind === 'album') && isRole(name)
    ? levelsOfDocuments
    : ['internal', 'unreviewed', 'mat'];
};

describe.each(exhaustiveDatabases)('the tables of rights hold at the door, on %s', (database) => {
  let studio: Studio;
  let person: (name: Name) => Asker;
  let things: Record<(typeof kinds)[number], Things<string>>;
  beforeAll(async () => {
    studio = await startStudio({ database, values: { profile: 'isolated' } });
    person = await gather(studio);
    things = {
      event: events(studio),
      image: await images(studio, person('curator')),
      album: albums(studio),
      marking: markings(studio),
      review: reviews(studio),
      audit: auditLines(studio),
      place: referenceData(studio, 'places'),
      topic: referenceData(studio, 'topics'),
      agency: referenceData(studio, 'agencies'),
      rights: referenceData(studio, 'rights'),
      consent: consents(studio),
      concept: concepts(studio),
    };
  });
  afterAll(() => studio?.close());

  /** A refusal says what the table says, or that there is nothing. */
  const checkRefusal = (cell: Row[keyof Row], { status, body }: Answer, what: string) => {
    expect(status, what).toBeLessThan(500);
    if (typeof cell === 'string' && status >= 400) expect([cell, 'not-found'], what).toContain(body.code);
  };

  describe.each(kinds)('of %s', (kind) => {
    const standing = new Map<Level, string>();
    const standingAt = async (level: Level): Promise<string> => {
      const id = standing.get(level) ?? (await things[kind].make(level));
      standing.set(level, id);
      return id;
    };

    it.each(everyone)('for %s', async (name) => {
      const row = tableOf(kind)[name] as Row;
      const who = person(name);
      const { create, doors, none } = things[kind];
      const made = await create(who);
      expect(isOpen('create', made), `create: ${JSON.stringify(made.body)}`).toBe(opens(row.create));
      const ofNothing = new Map<number, Promise<Answer>>();
      const askNothing = (index: number): Promise<Answer> | undefined => {
        const answer = ofNothing.get(index) ?? doors(who, none)[index]?.[1]();
        if (answer) ofNothing.set(index, answer);
        return answer;
      };
      for (const level of levelsOf(kind, name)) {
        const inReach = rankOf(level) <= rankOf(clearance);
        for (const [index, [action, ask]] of doors(who, await standingAt(level)).entries()) {
          const answer = await ask();
          const what = `${action} ${level} ${index}: ${answer.status} ${JSON.stringify(answer.body)}`;
          const expected = opens(row[action], { inReach });
          expect(isOpen(action, answer), what).toBe(expected);
          if (!expected) checkRefusal(row[action], answer, what);
          if (action === 'delete' && expected) standing.delete(level);
          if (inReach) continue;
          const missing = await askNothing(index);
          expect([answer.status, answer.body], what).toEqual([missing?.status, missing?.body]);
        }
      }
    });
  });
});

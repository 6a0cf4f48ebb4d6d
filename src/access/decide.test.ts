import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from './decide.ts';
import { clearances, isAtLeast, joinOf, levels, readSeal, sealOf } from './level.ts';
import { type Action, actions, type Kind, kinds } from './rules.ts';
import { type Role, roles, type Viewer } from './viewer.ts';

const folder = new URL('../../test/vectors/access/', import.meta.url);
const table = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));

const person = (change: Partial<Viewer>): Viewer => ({
  id: 'me',
  roles: [],
  clearance: 'internal',
  compartments: [],
  translates: [],
  reviews: [],
  publishes: [],
  disabled: false,
  mustChangePassword: false,
  ...change,
});

const people: Record<string, Viewer | null> = {
  ...Object.fromEntries(roles.map((role) => [role, person({ roles: [role] })])),
  nobody: null,
  'without role': person({}),
  disabled: person({ roles: [...roles], disabled: true }),
  'one-time password': person({ roles: [...roles], mustChangePassword: true }),
};

const short = (decision: ReturnType<typeof decide>): unknown => {
  if ('allow' in decision) return 'allow';
  return 'refuse' in decision ? decision.refuse : decision.constraint;
};

describe('the decision', () => {
  it('has a table for every kind of thing', () => {
    const files = readdirSync(folder).map((file) => file.replace('.json', ''));
    expect(files.sort()).toEqual([...kinds, 'languages', 'levels'].sort());
  });

  it.each(kinds)('agrees with the table of %s for every role and action', (kind) => {
    const rows: Record<string, Record<Action, unknown>> = table(kind);
    expect(Object.keys(rows).sort()).toEqual(Object.keys(people).sort());
    for (const [name, row] of Object.entries(rows)) {
      expect(Object.keys(row).sort()).toEqual([...actions].sort());
      for (const action of actions)
        expect(short(decide(people[name] ?? null, action, { kind })), `${name} ${action}`).toEqual(row[action]);
    }
  });

  it('agrees with the table of levels for every clearance, level and compartment', () => {
    for (const { clearance, held, level, compartments, read } of table('levels')) {
      const reader = person({ roles: ['editor'], clearance, compartments: held });
      const said = short(decide(reader, 'read', { kind: 'article', marking: { level, compartments } }));
      expect(said, JSON.stringify({ clearance, held, level, compartments })).toBe(read);
    }
  });
});

it('agrees with the table of languages for every role, list and language', () => {
  for (const { role, list, action, locale, said } of table('languages')) {
    const viewer = person({ roles: [role], [list]: ['fr'] });
    expect(
      short(decide(viewer, action, { kind: 'article', marking, locale })),
      JSON.stringify({ role, list, action, locale }),
    ).toEqual(said);
  }
});
const marking = { level: 'public', compartments: [] } as const;

const anyCompartments = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
const anyMarking = fc.record({ level: fc.constantFrom(...levels), compartments: anyCompartments });
const anyRoles = fc.uniqueArray(fc.constantFrom<Role>(...roles), { maxLength: 6 });
const anyLocales = fc.subarray(['vi', 'en', 'fr', 'zh']);
const anyViewer = fc
  .record({
    roles: anyRoles,
    clearance: fc.constantFrom(...clearances),
    compartments: anyCompartments,
    translates: anyLocales,
    reviews: anyLocales,
    publishes: anyLocales,
  })
  .map(person);
const anyLocale = fc.constantFrom('vi', 'en', 'fr', 'zh', 'xx');
/** The viewer is `me`. */
const anyOwner = fc.constantFrom('me', 'somebody');
const anyAction = fc.constantFrom<Action>(...actions);
const marked = fc.constantFrom<Kind>('article', 'event', 'image', 'marking', 'review');

const anyThing = fc.record({ kind: marked, marking: anyMarking, owner: anyOwner, locale: anyLocale });

describe('whatever the person and the thing', () => {
  it('never opens what clearance or a compartment does not reach', () => {
    fc.assert(
      fc.property(anyViewer, anyAction, marked, anyMarking, (viewer, action, kind, marking) => {
        const order = ['public', 'internal', 'restricted', 'mat', 'toi_mat', 'tuyet_mat'];
        const rank = marking.level === 'unreviewed' ? 2 : order.indexOf(marking.level);
        const reaches = order.indexOf(viewer.clearance) >= rank;
        const holds = marking.compartments.every((name) => viewer.compartments.includes(name));
        const decision = decide(viewer, action, { kind, marking });
        const aboutOne = !['create', 'unlock', 'admin'].includes(action);
        if (aboutOne && 'allow' in decision) expect(reaches && holds).toBe(true);
      }),
    );
  });

  it('says of one thing what its constraint says of all', () => {
    fc.assert(
      fc.property(anyViewer, anyAction, anyThing, (viewer, action, { kind, marking, owner, locale }) => {
        const all = decide(viewer, action, { kind });
        const one = decide(viewer, action, { kind, marking, owner, locale });
        const { marked: within, ownedBy, notOwnedBy, locales } = 'constraint' in all ? all.constraint : {};
        const isWithin =
          !within ||
          (within.levels.includes(marking.level) &&
            marking.compartments.every((name) => within.compartments.includes(name)));
        const speaks = locales?.includes(locale) ?? true;
        const fits = isWithin && speaks && (ownedBy ?? owner) === owner && notOwnedBy !== owner;
        expect('allow' in one).toBe(!('refuse' in all) && fits);
      }),
    );
  });

  it('gives a higher clearance nothing less', () => {
    fc.assert(
      fc.property(anyViewer, anyAction, marked, anyMarking, (viewer, action, kind, marking) => {
        const higher = { ...viewer, clearance: 'tuyet_mat' as const, compartments: ['a', 'b', 'c', 'd'] };
        if ('allow' in decide(viewer, action, { kind, marking }))
          expect('allow' in decide(higher, action, { kind, marking })).toBe(true);
      }),
    );
  });
});

describe('markings', () => {
  it('read back from their seal', () => {
    fc.assert(
      fc.property(anyMarking, (marking) => {
        const sorted = { level: marking.level, compartments: [...marking.compartments].sort() };
        expect(readSeal(sealOf(marking))).toEqual(sorted);
      }),
    );
  });

  it('join to something that is at least each of them', () => {
    fc.assert(
      fc.property(fc.array(anyMarking, { maxLength: 5 }), (markings) => {
        const joined = joinOf(markings);
        for (const marking of markings) expect(isAtLeast(joined, marking)).toBe(true);
      }),
    );
  });

  it('are none for any other text', () => {
    for (const text of ['', 'public', 'secret|', '|', 'PUBLIC|', 'mat |a']) expect(readSeal(text)).toBeNull();
  });
});

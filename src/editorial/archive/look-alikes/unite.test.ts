import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { compareWorth } from './better.ts';
import {
  choices,
  contested,
  type Described,
  joinedLists,
  localTexts,
  peopleStates,
  sayingOf,
  sharedTexts,
  unite,
} from './unite.ts';

const text = fc.oneof(fc.constant(''), fc.constantFrom('a', 'b', 'c'));
const local = fc.record(Object.fromEntries(studioLocales.map((one) => [one, text])));
const list = fc.uniqueArray(fc.constantFrom('t1', 't2', 't3', 't4'));
const described = fc.record({
  ...Object.fromEntries(sharedTexts.map((name) => [name, text])),
  ...Object.fromEntries(localTexts.map((name) => [name, local])),
  ...Object.fromEntries(joinedLists.map((name) => [name, list])),
  people: fc.constantFrom(...peopleStates),
  minors: fc.boolean(),
  persons: fc.uniqueArray(
    fc
      .record({ vi: fc.constantFrom('An', 'Bình', 'Chi'), told: fc.boolean(), minor: fc.boolean() })
      .map(({ vi, told, minor }) => ({ name: { vi }, told: told && !minor, minor })),
    { selector: ({ name }) => name.vi },
  ),
}) as unknown as fc.Arbitrary<Described>;

/** What the record says after the changes. */
const after = (kept: Described, { shared, local: words }: ReturnType<typeof unite>): Described => {
  const next = structuredClone({ ...kept, ...shared }) as unknown as Record<string, Record<string, string>>;
  for (const [locale, texts] of Object.entries(words))
    for (const [field, value] of Object.entries(texts ?? {})) next[field] = { ...next[field], [locale]: value };
  return next as unknown as Described;
};

describe('two records that become one', () => {
  it('lose no word that only one of them has, and nothing of the kept one that nobody gave away', () => {
    fc.assert(
      fc.property(described, described, fc.subarray([...choices]), (kept, other, wanted) => {
        const result = after(kept, unite(kept, other, new Set(wanted)));
        for (const choice of choices) {
          const [own, foreign] = [sayingOf(kept, choice), sayingOf(other, choice)];
          const expected = foreign !== '' && (own === '' || wanted.includes(choice)) ? foreign : own;
          expect(sayingOf(result, choice)).toBe(expected);
        }
        for (const name of joinedLists) {
          expect(result[name].slice(0, kept[name].length)).toEqual(kept[name]);
          expect(new Set(result[name])).toEqual(new Set([...kept[name], ...other[name]]));
        }
        const care = ({ people }: Described) => peopleStates.indexOf(people);
        expect(care(result)).toBe(Math.max(care(kept), care(other)));
        expect(result.minors).toBe(kept.minors || other.minors);
        for (const name of ['An', 'Bình', 'Chi']) {
          const said = [kept, other].flatMap(({ persons }) => persons.filter((one) => one.name.vi === name));
          const [one] = result.persons.filter((person) => person.name.vi === name);
          expect(one !== undefined).toBe(said.length > 0);
          if (one) expect(one.told).toBe(said.every(({ told }) => told));
          if (one) expect(one.minor).toBe(said.some(({ minor }) => minor));
        }
      }),
    );
  });

  it('change nothing where both say the same, and contest exactly what both say otherwise', () => {
    fc.assert(
      fc.property(described, described, (kept, other) => {
        expect(unite(kept, kept, new Set(choices))).toEqual({ shared: {}, local: {} });
        for (const choice of contested(kept, other)) {
          expect(sayingOf(kept, choice)).not.toBe('');
          expect(sayingOf(other, choice)).not.toBe(sayingOf(kept, choice));
        }
        expect(contested(kept, kept)).toEqual([]);
      }),
    );
  });
});

describe('of two masters the better one', () => {
  const jpeg = { display: 'whole', width: 4000, height: 3000, type: 'image/jpeg', bytes: 5_000_000 };
  it.each([
    ['can be shown', jpeg, { ...jpeg, display: 'none', width: 9000 }],
    ['has more pixels', jpeg, { ...jpeg, width: 1000, bytes: 9_000_000 }],
    ['was compressed without loss', { ...jpeg, type: 'image/tiff' }, { ...jpeg, bytes: 90_000_000 }],
    ['has more bytes for the same pixels', jpeg, { ...jpeg, bytes: 1_000_000 }],
  ])('%s', (_, better, worse) => {
    expect(compareWorth(better, worse)).toBeGreaterThan(0);
    expect(compareWorth(worse, better)).toBeLessThan(0);
  });
});

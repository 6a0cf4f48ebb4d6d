import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairOf, readVouched, stateBy, type Vouched } from './vouched.ts';

const nothing: Vouched = { said: [], machine: [], leftOut: [], onlyHere: [], corrected: [], removed: [] };
const vouched = (part: Partial<Vouched>): Vouched => ({ ...nothing, ...part });
const both = vouched({
  said: ['s1 t1', 's2 t2'],
});

describe('a published translation', () => {
  it('is a person’s as long as each of its segments was declared to say what the source says', () => {
    expect(stateBy(['s1', 's2'], ['t1', 't2'], both)).toBe('human');
  });

  it('is outdated when the source says something that nobody declared', () => {
    expect(stateBy(['s1', 's3'], ['t1', 't2'], both)).toBe('outdated');
  });

  it('is outdated while what was declared to say it is not published', () => {
    const next = vouched({ said: [...both.said, 's3 t3'] });
    expect(stateBy(['s1', 's3'], ['t1', 't2'], next)).toBe('outdated');
    expect(stateBy(['s1', 's3'], ['t1', 't3'], next)).toBe('human');
  });

  it('stays a person’s while translators work on a source that is not published yet', () => {
    expect(stateBy(['s1', 's2'], ['t1', 't2'], vouched({ said: [...both.said, 's3 t3'] }))).toBe('human');
  });

  it('is outdated when it says what the source says no more, unless that stands here on purpose', () => {
    expect(stateBy(['s1'], ['t1', 't2'], both)).toBe('outdated');
    expect(stateBy(['s1'], ['t1', 't2'], { ...both, onlyHere: ['t2'] })).toBe('human');
  });

  it('may leave a segment out on purpose, or go out without it where a publisher vouches', () => {
    const first = vouched({ said: ['s1 t1'] });
    expect(stateBy(['s1', 's2'], ['t1'], first)).toBe('outdated');
    expect(stateBy(['s1', 's2'], ['t1'], { ...first, leftOut: ['s2'] })).toBe('human');
    expect(
      stateBy(
        ['s1', 's2'],
        ['t1'],
        vouched({
          said: ['s1 t1', 's2 '],
        }),
      ),
    ).toBe('human');
  });

  it('is the machine’s while one segment is, until a person says so', () => {
    const machine = vouched({ said: ['s1 t1'], machine: ['s2 t2'] });
    expect(stateBy(['s1', 's2'], ['t1', 't2'], machine)).toBe('machine');
    expect(stateBy(['s1', 's2'], ['t1', 't2'], { ...machine, said: both.said })).toBe('human');
  });

  it('is under correction as long as it does not follow one', () => {
    const corrected = { ...both, corrected: ['s3'] };
    expect(stateBy(['s1', 's3'], ['t1', 't2'], corrected)).toBe('under-correction');
    const kept = { ...corrected, said: [...both.said, 's3 t2'] };
    expect(stateBy(['s1', 's3'], ['t1', 't2'], kept)).toBe('human');
    expect(stateBy(['s1'], ['t1', 't2'], { ...both, removed: ['s2'] })).toBe('under-correction');
    expect(stateBy(['s1'], ['t1'], { ...both, removed: ['s2'] })).toBe('human');
  });

  it('is right again when the source goes back', () => {
    const corrected = { ...both, corrected: ['s3'] };
    expect(stateBy(['s1', 's2'], ['t1', 't2'], corrected)).toBe('human');
  });
});

const prints = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
const anyPair = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('', 'v', 'w', 'x', 'y'));
const pairs = fc.array(
  anyPair.map(([source, text]) => pairOf(source, text)),
  { maxLength: 6 },
);
const targets = fc.uniqueArray(fc.constantFrom('v', 'w', 'x', 'y'), { maxLength: 4 });
const anyVouched = fc.record({
  said: pairs,
  machine: pairs,
  leftOut: prints,
  onlyHere: targets,
  corrected: prints,
  removed: prints,
});

describe('whatever is vouched for', () => {
  it('a declaration more that concerns what stands there never makes a translation worse', () => {
    const rank = ['human', 'machine', 'outdated', 'under-correction'];
    fc.assert(
      fc.property(prints, targets, anyVouched, fc.nat(), fc.nat(), (source, target, said, s, t) => {
        fc.pre(source.length > 0 && target.length > 0);
        const pair = pairOf(source[s % source.length] as string, target[t % target.length] as string);
        const before = stateBy(source, target, said);
        const after = stateBy(source, target, { ...said, said: [...said.said, pair] });
        expect(rank.indexOf(after)).toBeLessThanOrEqual(rank.indexOf(before));
      }),
    );
  });

  it('the order of segments counts for nothing', () => {
    fc.assert(
      fc.property(prints, targets, anyVouched, (source, target, said) => {
        expect(stateBy(source.toReversed(), target.toReversed(), said)).toBe(stateBy(source, target, said));
      }),
    );
  });

  it('reads back from the database, and nothing else does', () => {
    fc.assert(
      fc.property(anyVouched, (said) => {
        expect(readVouched(JSON.parse(JSON.stringify(said)))).toEqual(said);
      }),
    );
    for (const other of [null, undefined, 'x', {}, { said: 'x' }]) expect(readVouched(other)).toBeNull();
  });
});

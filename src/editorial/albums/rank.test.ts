import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRank, rankBetween } from './rank.ts';

/** One member and its rank. */
interface Member {
  readonly id: number;
  readonly rank: string;
}

const ordered = (members: readonly Member[]): Member[] =>
  members.toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0));

/** Puts one at a place, as a curator does: nothing but its own rank is new. */
const putAt = (members: readonly Member[], id: number, place: number, chance: () => number): Member[] => {
  const others = ordered(members.filter((one) => one.id !== id));
  const at = place % (others.length + 1);
  const rank = rankBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null, chance);
  return [...others, { id, rank }];
};

describe('ranks of members', () => {
  it('keep the order through any sequence of moves, and are never the same twice', () => {
    const moves = fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 120 });
    const chances = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(moves, chances, (all, stream) => {
        const chance = () => stream.next().value;
        let members: Member[] = [];
        let expected: number[] = [];
        for (const [id, place] of all) {
          members = putAt(members, id, place, chance);
          expected = expected.filter((one) => one !== id);
          expected.splice(place % (expected.length + 1), 0, id);
          expect(ordered(members).map((one) => one.id)).toEqual(expected);
          expect(new Set(members.map(({ rank }) => rank)).size).toBe(members.length);
          expect(members.every(({ rank }) => isRank(rank))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([0, 0.5, 0.999999])('leave room in one and the same gap, thousands of times (chance %d)', (value) => {
    const chance = () => value;
    for (const isUpper of [true, false]) {
      let [low, high] = [rankBetween(null, null, chance), ''];
      high = rankBetween(low, null, chance);
      for (let count = 0; count < 3000; count++) {
        const middle = rankBetween(low, high, chance);
        expect(low < middle && middle < high).toBe(true);
        if (isUpper) low = middle;
        else high = middle;
      }
      expect(Math.max(low.length, high.length)).toBeLessThan(1600);
    }
  });

  it('stay short at both ends, for as many as an album can hold', () => {
    let [first, last] = [rankBetween(null, null), ''];
    last = first;
    for (let count = 0; count < 50_000; count++) {
      const [before, after] = [rankBetween(null, first), rankBetween(last, null)];
      if (!(before < first && last < after && before.length === 8 && after.length === 8)) expect.unreachable();
      [first, last] = [before, after];
    }
  });

  it('differ when two put something into the same gap at once', () => {
    const low = rankBetween(null, null);
    const made = new Set(Array.from({ length: 100 }, () => rankBetween(low, rankBetween(low, null))));
    expect(made.size).toBe(100);
  });
});

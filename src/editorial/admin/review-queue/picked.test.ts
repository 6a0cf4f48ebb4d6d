import { describe, expect, it } from 'vitest';
import { extendPicked, nothingPicked, pickThese, togglePicked, undoPicked, withoutPicked } from './picked.ts';

const list = ['a', 'b', 'c', 'd', 'e'];
const idsOf = ({ ids }: { readonly ids: ReadonlySet<string> }) => [...ids].sort().join('');

describe('what is selected in the review queue', () => {
  it('grows by ranges from where it was begun, in both directions', () => {
    const one = togglePicked(nothingPicked, 'c', 2);
    expect(idsOf(extendPicked(one, list, 4))).toBe('cde');
    expect(idsOf(extendPicked(one, list, 0))).toBe('abc');
  });

  it('is taken back step by step', () => {
    const one = togglePicked(nothingPicked, 'a', 0);
    const all = pickThese(one, list);
    const none = togglePicked(all, 'b', 1);
    expect(idsOf(none)).toBe('acde');
    expect(idsOf(undoPicked(none))).toBe('abcde');
    expect(idsOf(undoPicked(undoPicked(none)))).toBe('a');
    expect(undoPicked(nothingPicked)).toBe(nothingPicked);
  });

  it('loses what has left the list, for good', () => {
    const left = withoutPicked(pickThese(nothingPicked, list), new Set(['a', 'b']));
    expect(idsOf(left)).toBe('cde');
    expect(idsOf(undoPicked(left))).toBe('cde');
  });
});

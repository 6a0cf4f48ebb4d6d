import { describe, expect, it } from 'vitest';
import {
  anchorPicked,
  dropPicked,
  extendPicked,
  nothingPicked,
  pickThese,
  togglePicked,
  undoPicked,
} from './picked.ts';

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

  it('lets go what has left the list, for good', () => {
    const left = dropPicked(pickThese(togglePicked(nothingPicked, 'a', 0), list), new Set(['a', 'd']));
    expect(idsOf(left)).toBe('bce');
    expect(undoPicked(left)).toBe(left);
  });

  it('begins a range where the keys were last', () => {
    expect(idsOf(extendPicked(anchorPicked(nothingPicked, 3), list, 4))).toBe('de');
  });
});

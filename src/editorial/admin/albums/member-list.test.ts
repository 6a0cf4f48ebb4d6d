import { describe, expect, it } from 'vitest';
import { type Member, moved, type Place, placeOf, readPage } from './member-list.ts';

const member = (id: string): Member => ({ id, title: id, isPublic: true, isShown: true });
const list = ['a', 'b', 'c'].map(member);
const order = (members: readonly Member[]): string => members.map(({ id }) => id).join('');

describe('the list of an album', () => {
  it.each([
    ['a', { at: 'end' }, 'bca'],
    ['c', { at: 'front' }, 'cab'],
    ['a', { after: 'b' }, 'bac'],
    ['c', { before: 'b' }, 'acb'],
    ['b', { before: 'b' }, 'abc'],
    ['b', { after: 'gone' }, 'abc'],
    ['gone', { at: 'end' }, 'abc'],
  ] as const)('with %s at %j is %s', (id, place, expected) => {
    expect(order(moved(list, id, place as Place))).toBe(expected);
  });

  it.each([
    ['a', 'earlier', null],
    ['b', 'earlier', { before: 'a' }],
    ['b', 'later', { after: 'c' }],
    ['c', 'later', null],
    ['gone', 'later', null],
    ['c', 'end', { at: 'end' }],
  ] as const)('%s goes %s to %j', (id, step, place) => {
    expect(placeOf(list, id, step)).toEqual(place);
  });

  it('is read from an answer, whatever that is', () => {
    expect(readPage({ members: [{ id: 'a', title: 'A', isPublic: true, isShown: false }, 7], next: 'a' })).toEqual({
      members: [{ id: 'a', title: 'A', isPublic: true, isShown: false }],
      next: 'a',
    });
    for (const nothing of [null, 'x', {}, { members: 'x' }])
      expect(readPage(nothing)).toEqual({ members: [], next: null });
  });
});

import { expect, it } from 'vitest';
import type { Marking } from '#access/level.ts';
import { type AlbumAround, albumsGiving, takenFrom } from './album-rights.ts';
import type { RightsValues } from './effective-rights.ts';

const level = (name: Marking['level'], ...compartments: string[]): Marking => ({ level: name, compartments });
const album = (
  id: string,
  record: Partial<RightsValues> | null = null,
  within: string | null = null,
  marking: Marking | null = level('public'),
): AlbumAround => ({ id, record, within, marking });
const around = (memberOf: string[], albums: AlbumAround[], marking: Marking | null = level('public')) => ({
  ...{ memberOf, albums, marking },
});
const names = (...given: Parameters<typeof around>) => albumsGiving(around(...given)).map(({ id }) => id);

it.each<[string, string[], AlbumAround[], string[]]>([
  ['no album', [], [], []],
  ['an album that names no record', ['a'], [album('a')], []],
  ['an album that does', ['a'], [album('a', {})], ['a']],
  ['the album above', ['a'], [album('a', null, 'p'), album('p', {})], ['p']],
  ['the nearest of several above', ['a'], [album('a', null, 'p'), album('p', {}, 'q'), album('q', {})], ['p']],
  ['a branch before the trunk, though it is in both', ['a', 'p'], [album('a', {}, 'p'), album('p', {})], ['a']],
  ['both of two branches', ['a', 'b'], [album('a', {}, 'p'), album('b', {}, 'p'), album('p', {})], ['a', 'b']],
  ['one above both once', ['a', 'b'], [album('a', null, 'p'), album('b', null, 'p'), album('p', {})], ['p']],
  ['a tree that goes in a circle', ['a'], [album('a', null, 'b'), album('b', null, 'a')], []],
  ['a circle with a record', ['a'], [album('a', null, 'b'), album('b', {}, 'a')], ['b']],
  ['an album that is not there', ['a'], [], []],
])('a picture takes from %s', (_, memberOf, albums, expected) => {
  expect(names(memberOf, albums)).toEqual(expected);
});

it('an album that is marked higher than the picture gives nothing, and is passed by', () => {
  const secret = album('a', { credit: 'Secret' }, 'p', level('restricted'));
  const above = album('p', { credit: 'Open' });
  expect(names(['a'], [secret])).toEqual([]);
  expect(names(['a'], [secret, above])).toEqual(['p']);
  expect(names(['a'], [secret, above], level('restricted'))).toEqual(['a']);
  expect(names(['a'], [album('a', {}, null, level('internal'))])).toEqual(['a']);
  expect(names(['a'], [album('a', {}, null, level('public', 'x'))])).toEqual([]);
  expect(names(['a'], [album('a', {}, null, level('public', 'x'))], level('internal', 'x', 'y'))).toEqual(['a']);
  expect(names(['a'], [album('a', {}, null, level('unreviewed'))])).toEqual([]);
  expect(names(['a'], [album('a', {}, null, null)])).toEqual([]);
});

const by = { rights: 'http://creativecommons.org/licenses/by/4.0/' };
const two = (one: Partial<RightsValues>, other: Partial<RightsValues>) =>
  around(['a', 'b'], [album('a', one), album('b', other)]);
const taken = (...[surroundings, own = {}, record = null]: [ReturnType<typeof two>, object?, (object | null)?]) => {
  const { from, contradicting } = takenFrom(surroundings, { own, record });
  return from?.id ?? contradicting?.map(({ id }) => id) ?? null;
};

it('two albums that say the same for a picture agree, whatever else they say', () => {
  expect(taken(two(by, { ...by }))).toBe('a');
  expect(taken(two(by, {}))).toEqual(['a', 'b']);
  expect(taken(two({ ...by, embargo: '2030-01-01T00:00:00.000Z' }, by))).toEqual(['a', 'b']);
  // What the picture or its own record says is no matter of theirs
  expect(taken(two(by, {}), by)).toBe('a');
  expect(taken(two({ ...by, maxSide: 700 }, by), {}, { maxSide: 900 })).toBe('a');
  expect(taken(two({ ...by, maxSide: 700 }, by), by, { maxSide: null })).toEqual(['a', 'b']);
  expect(taken(two({ ...by, credit: '' }, { ...by, credit: null, uses: [] }))).toBe('a');
});

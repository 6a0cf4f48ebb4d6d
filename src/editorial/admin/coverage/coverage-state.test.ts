import { expect, test } from 'vitest';
import { addressOf, questionOf, readState, withCount, withFacet, withSort, withState } from './coverage-state.ts';

const read = (query: string) => readState(new URLSearchParams(query));

test.each([
  '',
  'q=ch%E1%BB%A3',
  'collection=articles&topic=t1&agency=a1&person=p1&language=en%2Cfr&state=missing%2Coutdated&sort=-fr',
  'language=fr&due=2026-11-30&sort=due',
  'sort=title&page=3',
])('what an address says is said again: %s', (query) => {
  expect(addressOf(read(query))).toBe(query === '' ? '' : `?${query}`);
});

test('what nobody knows is left aside', () => {
  expect(addressOf(read('sort=body&language=de&state=perfect&page=x&campaign=1'))).toBe('');
  expect(read('page=-4').page).toBe(1);
});

test('another question begins on its first page, another page asks the same', () => {
  const state = read('q=a&page=7');
  expect(questionOf(state)).toBe('q=a');
  for (const next of [withFacet(state, 'topic', 't'), withState(state, 'missing'), withSort(state, 'fr')])
    expect(next.page).toBe(1);
  expect(questionOf(withFacet(withFacet(state, 'topic', 't'), 'topic', ''))).toBe('q=a');
});

test('a count shows its documents alone, and a second time all again', () => {
  const shown = withCount(read('language=vi&state=source'), 'fr', 'missing');
  expect(questionOf(shown)).toBe('language=fr&state=missing');
  expect(questionOf(withCount(shown, 'fr', 'missing'))).toBe('');
});

test('a column turns round the second time', () => {
  const once = withSort(read(''), 'title');
  expect(questionOf(once)).toBe('sort=title');
  expect(questionOf(withSort(once, 'title'))).toBe('sort=-title');
  expect(questionOf(withSort(read(''), 'changed'))).toBe('sort=changed');
});

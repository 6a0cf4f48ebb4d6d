import { expect, test } from 'vitest';
import { addressOf, questionOf, readState, withChoice } from './screen-state.ts';

test('an address says everything, and is read back as it was', () => {
  const address = '?q=ch%E1%BB%A3&topic=a%2Cb&year=1998&sort=taken&size=large';
  const state = readState(new URLSearchParams(address));
  expect(state).toEqual({ words: 'chợ', chosen: { topic: ['a', 'b'], year: ['1998'] }, sort: 'taken', size: 'large' });
  expect(addressOf(state)).toBe(address);
});

test('what nobody understands is left out', () => {
  const state = readState(new URLSearchParams('sort=colour&size=9&topic=,&other=1'));
  expect(state).toEqual({ words: '', chosen: {}, sort: 'best', size: 'medium' });
  expect(addressOf(state)).toBe('');
});

test('a value is chosen and given up again; the size is no part of the question', () => {
  const state = withChoice(readState(new URLSearchParams('size=small')), 'year', '1998');
  expect(questionOf(state)).toBe('year=1998');
  expect(questionOf(withChoice(state, 'year', '1998'))).toBe('');
});

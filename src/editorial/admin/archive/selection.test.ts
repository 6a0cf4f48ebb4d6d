import { expect, test } from 'vitest';
import { countOf, everything, isSelected, nothing, only, toggled, withRange } from './selection.ts';

test('one is selected and no other', () => {
  const selection = only('b', 1);
  expect(['a', 'b'].map((id) => isSelected(selection, id))).toEqual([false, true]);
  expect([countOf(selection, 9), selection.anchor]).toEqual([1, 1]);
});

test('one is taken in and out again', () => {
  const two = toggled(only('a', 0), 'b', 1);
  expect(countOf(two, 9)).toBe(2);
  expect([...toggled(two, 'a', 0).ids]).toEqual(['b']);
});

test('everything is selected but for what is taken out', () => {
  const selection = toggled(everything, 'a', 0);
  expect(countOf(selection, 200_000)).toBe(199_999);
  expect([isSelected(selection, 'a'), isSelected(selection, 'z')]).toEqual([false, true]);
  expect(countOf(toggled(selection, 'a', 0), 200_000)).toBe(200_000);
});

test('a range takes the place of what was selected, or is added to it', () => {
  expect([...withRange(only('x', 5), ['a', 'b'], false).ids]).toEqual(['a', 'b']);
  expect([...withRange(only('x', 5), ['a', 'b'], true).ids]).toEqual(['x', 'a', 'b']);
  expect(withRange(only('x', 5), ['a'], false).anchor).toBe(5);
  expect(countOf(withRange(toggled(everything, 'a', 0), ['a', 'b'], true), 10)).toBe(10);
  expect(countOf(nothing, 10)).toBe(0);
});

import { expect, test } from 'vitest';
import { toneStyleOf, tonesIn } from './tone-style.ts';

test.each([
  ['hòa, khỏe, thủy', ['first', 'first', 'first']],
  ['hoà, khoẻ, thuỷ', ['second', 'second', 'second']],
  ['hoàn toàn, khoẻo, quý, quỳ, Hoa Kỳ, hoa, loan', []],
  ['ỦY BAN, Uỷ ban', ['first', 'second']],
])('%s', (text, styles) => {
  expect(tonesIn(text).map(({ style }) => style)).toEqual(styles);
});

test('a document has the style of most of its words, and none where there are as many of each', () => {
  expect(toneStyleOf(['hòa', 'hòa và khoẻ'])).toBe('first');
  expect(toneStyleOf(['hoà'.normalize('NFD'), 'khoẻ', 'hòa'])).toBe('second');
  expect(toneStyleOf(['hoà', 'hòa'])).toBeUndefined();
  expect(toneStyleOf([])).toBeUndefined();
});

import { expect, it } from 'vitest';
import { keyOfValue } from './value-words.ts';

it('says what was ticked or chosen, and languages, in words, and leaves alone what somebody wrote', () => {
  expect(keyOfValue('pressKit', 'false')).toBe('general:no');
  expect(keyOfValue('minors', 'true')).toBe('general:yes');
  expect(keyOfValue('people', 'not-released')).toBe('fields:people.not-released');
  expect(keyOfValue('source', 'vi')).toBe('studio:language.vi');
  for (const [field, line] of [
    ['title', 'false'],
    ['keywords', 'vi'],
    ['source', 'Lan'],
    ['marking', 'Công văn 12/2026'],
  ] as const)
    expect(keyOfValue(field, line)).toBeNull();
});

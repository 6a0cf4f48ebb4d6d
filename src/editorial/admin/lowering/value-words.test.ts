import { expect, it } from 'vitest';
import { isInstant, keyOfValue } from './value-words.ts';

it('says what was ticked or chosen, and languages, in words, and leaves alone what somebody wrote', () => {
  expect(keyOfValue('pressKit', 'false')).toBe('general:no');
  expect(keyOfValue('minors', 'true')).toBe('general:yes');
  expect(keyOfValue('people', 'not-released')).toBe('fields:people.not-released');
  expect(keyOfValue('reviews.state', 'returned')).toBe('studio:lowering.review.returned');
  expect(keyOfValue('source', 'vi')).toBe('studio:language.vi');
  for (const [field, line] of [
    ['title', 'false'],
    ['reviews', 'approved'],
    ['keywords', 'vi'],
    ['source', 'Lan'],
    ['marking', 'Công văn 12/2026'],
  ] as const)
    expect(keyOfValue(field, line)).toBeNull();
});

it('knows moments, and takes nothing for one that somebody wrote', () => {
  expect(isInstant('startsAt', '2026-11-28T01:00:00.000Z')).toBe(true);
  expect(isInstant('title', '2026-11-28T01:00:00.000Z')).toBe(false);
  expect(isInstant('endsAt', 'soon')).toBe(false);
});

import { expect, test } from 'vitest';
import { studioLocales } from '#languages/locales.ts';
import { hasWords } from '../words/speak.ts';
import { keyOfGround, ownGrounds } from './own-grounds.ts';

test.each(studioLocales)('what the studio gives as grounds has words in %s', (language) => {
  const keys = ownGrounds.map((ground) => keyOfGround(ground) ?? '');
  expect(keys.filter((key) => !hasWords(language, 'studio', key))).toEqual([]);
});

test('what a person wrote stays as they wrote it', () => {
  expect(['Quyết định 5/2026', 'First publication', 'toString', ''].map(keyOfGround)).toEqual([null, null, null, null]);
});

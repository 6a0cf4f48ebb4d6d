import { expect, it } from 'vitest';
import { negotiate } from './negotiate.ts';

it.each([
  ['fr', 'fr'],
  ['fr-CA, en;q=0.8', 'fr'],
  ['de, en;q=0.5, vi;q=0.9', 'vi'],
  ['zh-Hans-CN', 'zh'],
  ['zh-TW;q=0.1', 'zh'],
  ['*', 'vi'],
  ['en;q=0, de', null],
  ['de', null],
  ['', null],
  [null, null],
  ['en;q=nonsense', null],
])('%s asks for %s', (header, locale) => {
  expect(negotiate(header)).toBe(locale);
});

import { expect, it } from 'vitest';
import { publicLocaleNamed } from './public-tags.ts';

it.each([
  ['vi', 'vi'],
  ['zh-Hans', 'zh-Hans'],
  ['zh-Hant', 'zh-Hant'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-MO', 'zh-Hant'],
  ['zh-tw', null],
  ['de', null],
  ['constructor', null],
  [undefined, null],
])('%s in an address means %s', (tag, locale) => {
  expect(publicLocaleNamed(tag)).toBe(locale);
});

import { expect, test } from 'vitest';
import { localeOfTag, tagOf } from './languages.ts';

test.each([
  ['vi', 'vi'],
  ['vi-VN', 'vi'],
  ['en-US', 'en'],
  ['EN_gb', 'en'],
  ['fr-CA', 'fr'],
  ['zh', 'zh'],
  ['zh-CN', 'zh'],
  ['zh-Hans-SG', 'zh'],
  ['zh_TW', 'zh-Hant'],
  ['zh-HK', 'zh-Hant'],
  ['zh-Hant', 'zh-Hant'],
  ['de-AT', null],
  ['', null],
  ['not a tag', null],
  ['x'.repeat(100), null],
  [undefined, null],
])('%j means %j', (tag, locale) => {
  expect(localeOfTag(tag)).toBe(locale);
});

test.each(['vi', 'en', 'fr', 'zh', 'zh-Hant'] as const)('the tag of %s is read back as it', (locale) => {
  expect(localeOfTag(tagOf(locale))).toBe(locale);
});

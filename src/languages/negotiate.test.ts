import { expect, it } from 'vitest';
import { negotiate, negotiatePublic } from './negotiate.ts';

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

it.each([
  ['zh-TW', 'zh-Hant'],
  ['zh-HK, en;q=0.9', 'zh-Hant'],
  ['zh-mo', 'zh-Hant'],
  ['zh-Hant-CN', 'zh-Hant'],
  ['zh-Hans-TW', 'zh-Hans'],
  ['zh', 'zh-Hans'],
  ['zh-CN, zh-TW;q=0.9', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-!!', 'zh-Hans'],
  ['fr-CA', 'fr'],
  ['*', 'vi'],
  ['de', null],
  ['', null],
])('%s asks the public side for %s', (header, locale) => {
  expect(negotiatePublic(header)).toBe(locale);
});

import { expect, it } from 'vitest';
import { pickLocale } from './negotiate.ts';

it('speaks the language that the client likes best among ours', () => {
  expect(pickLocale('de, fr;q=0.8, en;q=0.9')).toBe('en');
  expect(pickLocale('zh-CN,zh;q=0.9')).toBe('zh-Hans');
  expect(pickLocale('en-US;q=x, fr-CA')).toBe('fr');
  expect(pickLocale('de')).toBe('vi');
  expect(pickLocale(undefined)).toBe('vi');
});

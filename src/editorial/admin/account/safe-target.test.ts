import { expect, test } from 'vitest';
import { safeTarget } from './safe-target.ts';

test.each([
  ['/admin/collections/articles?limit=10#top', '/admin/collections/articles?limit=10#top'],
  ['/admin', '/admin'],
])('%j is a page of the studio (R28)', (asked, target) => {
  expect(safeTarget(asked)).toBe(target);
});

test.each([
  ...[null, '', 'https://evil.test/admin', '//evil.test/admin', '/\\evil.test/admin', '\\\\evil.test/admin'],
  ...['javascript:alert(1)', '/administrator', '/api/users/logout', '/admin/../api/x', '/admin/login', '\t//evil.test'],
])('%j leads to the desk and nowhere else (R28)', (asked) => {
  expect(safeTarget(asked)).toBe('/admin');
});

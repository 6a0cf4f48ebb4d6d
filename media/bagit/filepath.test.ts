import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePath, encodePath, isSafePath, versionOne } from './filepath.ts';

const old = { major: 0, minor: 97 };

test.each([
  ['a%0Ab', 'a\nb'],
  ['a%0d%0Ab', 'a\r\nb'],
  ['100%25.txt', '100%.txt'],
  ['100%2525.txt', '100%25.txt'],
  ['a%20b%41', 'a%20b%41'],
])('%j means %j', (written, meant) => {
  expect(decodePath(written, versionOne)).toBe(meant);
});

test('before 1.0 a percent sign means itself', () => {
  expect(decodePath('100%25%0A', old)).toBe('100%25\n');
});

test('whatever is encoded is decoded again, and stands on one line', () => {
  const path = fc.string({ unit: fc.constantFrom('%', '\r', '\n', '0', 'A', 'D', '2', '5', 'ợ', ' ', '/') });
  fc.assert(
    fc.property(path, (one) => {
      expect(encodePath(one)).not.toMatch(/[\r\n]/);
      expect(decodePath(encodePath(one), versionOne)).toBe(one);
    }),
  );
});

test.each(['data/..a', 'data/a..b', 'data/...', 'data/a:b', 'data/~a', 'dấu/tên', 'data/a\\b'])(
  '%j stays in the bag',
  (path) => {
    expect(isSafePath(path)).toBe(true);
  },
);

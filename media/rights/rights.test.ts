import { expect, test } from 'vitest';
import { canonicalRights, rightsCodeOf, rightsStatements } from './rights.ts';

test('every statement has a canonical address with the http scheme, and leads back to its code', () => {
  for (const [code, uri] of Object.entries(rightsStatements)) {
    expect(uri).toMatch(/^http:\/\/(creativecommons\.org|rightsstatements\.org)\/.+\/$/);
    expect(rightsCodeOf(uri)).toBe(code);
  }
});

test.each([
  ['https://creativecommons.org/licenses/by/4.0/deed.vi', rightsStatements['cc-by-4.0']],
  ['https://creativecommons.org/licenses/by-sa/3.0', rightsStatements['cc-by-sa-3.0']],
  ['http://rightsstatements.org/page/InC/1.0/?language=fr', rightsStatements['rs-inc']],
  ['https://www.creativecommons.org/publicdomain/zero/1.0/legalcode', rightsStatements['cc0-1.0']],
])('%s means %s', (address, uri) => {
  expect(canonicalRights(address)).toBe(uri);
});

test.each(['', 'all rights reserved', 'https://example.org/by/4.0/', 'javascript:alert(1)'])(
  '%j means no statement',
  (address) => {
    expect(canonicalRights(address)).toBeNull();
  },
);

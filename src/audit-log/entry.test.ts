import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryContent, someLine } from '../../test/support/arbitrary-audit-content.ts';
import { type EntryContent, entryBytes, readEntry } from './entry.ts';

const previous = fc.option(
  fc.uint8Array({ minLength: 32, maxLength: 32 }).map((all) => Buffer.from(all).toString('hex')),
);

test('an entry is canonical JSON, and is read back as what it was', () => {
  fc.assert(
    fc.property(arbitraryContent, fc.integer({ min: 1, max: 2 ** 40 }), previous, (content, n, link) => {
      const bytes = entryBytes(content, n, link);
      expect(bytes.toString('utf8')).toBe(canonicalize({ ...content, n, previous: link, v: 1 }));
      expect(readEntry(bytes)).toEqual({ ...content, n, previous: link, v: 1 });
    }),
  );
});

const written = entryBytes({ line: someLine }, 7, null).toString('utf8');

test.each([
  ['nothing', ''],
  ['no JSON', written.slice(0, -1)],
  ['a space more', written.replace(':', ': ')],
  ['members in another order', written.replace('"n":7,"previous":null', '"previous":null,"n":7')],
  ['a member more', written.replace('"n":7', '"n":7,"note":"x"')],
  ['a title within the line', written.replace('"action"', '"title":"Kín","action"')],
  ['a member less', written.replace('"actor":null,', '')],
  ['words where it says which part of the log', written.replace('"action"', '"about":"form=csv Kín","action"')],
  ['number zero', written.replace('"n":7', '"n":0')],
  ['an act with words', written.replace('"read"', '"read Kín"')],
  ['another version', written.replace('"v":1', '"v":2')],
])('%s is no entry', (_what, text) => {
  expect(text).not.toBe(written);
  expect(() => readEntry(Buffer.from(text))).toThrow(expect.objectContaining({ code: 'audit-entry-malformed' }));
});

test('whatever bytes come, they are an entry or refused by code', () => {
  const some: EntryContent = { line: someLine };
  const bytes = entryBytes(some, 1, null);
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
      const changed = Buffer.from(bytes);
      changed[at] = value;
      try {
        expect(entryBytes(readEntry(changed), readEntry(changed).n, readEntry(changed).previous)).toEqual(changed);
      } catch (cause) {
        expect(cause).toMatchObject({ code: 'audit-entry-malformed' });
      }
    }),
  );
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBytes, sha256Of } from './canonical.ts';
import { parseJson } from './parse-json.ts';

const vectors = join(process.cwd(), '../shared/schemas/jcs');
const present = existsSync(vectors);
if (!present) process.stderr.write(`LEFT OUT: the published vectors of RFC 8785, because ${vectors} is not there\n`);

const code = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'strange';
  }
};

describe.skipIf(!present)('the published vectors of RFC 8785 come out byte for byte', () => {
  const names = present ? readdirSync(join(vectors, 'input')) : [];
  test.each(names)('%s', (name) => {
    const input = parseJson(readFileSync(join(vectors, 'input', name)));
    const output = readFileSync(join(vectors, 'output', name), 'utf8').trimEnd();
    expect(canonicalBytes(input).toString('utf8')).toBe(output);
  });
});

test('what is written canonically reads back the same, and writes the same again', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const bytes = canonicalBytes(value);
      expect(canonicalBytes(parseJson(bytes))).toEqual(bytes);
    }),
  );
});

test('the order of members makes no difference', () => {
  expect(sha256Of(canonicalBytes({ b: 1, a: 'ợ' }))).toBe(sha256Of(canonicalBytes({ a: 'ợ', b: 1 })));
});

test.each([
  [-0, '0'],
  [2 ** 53, '9007199254740992'],
  [1e21, '1e+21'],
  [123456789012345680000, '123456789012345680000'],
  [1e-7, '1e-7'],
  [0.000001, '0.000001'],
  [5e-324, '5e-324'],
  [Number.MAX_VALUE, '1.7976931348623157e+308'],
  [0.1 + 0.2, '0.30000000000000004'],
  ['\u000f\n"\\/\u20ac', '"\\u000f\\n\\"\\\\/€"'],
])('%d is written as %s', (value, text) => {
  expect(canonicalBytes(value).toString('utf8')).toBe(text);
});

test('members are ordered by their UTF-16 code units, not by code points', () => {
  expect(canonicalBytes({ '\ufb33': 1, '😀': 2, ö: 3, '1': 4 }).toString('utf8')).toBe(
    '{"1":4,"ö":3,"😀":2,"\ufb33":1}',
  );
});

test.each([
  ['a lone surrogate', '\ud800'],
  ['a lone surrogate in a name', { '\udc00': 1 }],
  ['no number', Number.NaN],
  ['more than a number can hold', JSON.parse('1e400')],
  ['a whole number without a bound', 10n],
  ['nothing', undefined],
])('%s is refused in writing', (_, value) => {
  expect(code(() => canonicalBytes(value))).toBe('feed-malformed');
});

test.each([
  ['a lone surrogate escape', '"\\ud800"'],
  ['a lone surrogate escape in a name', '{"\\uDFFF":1}'],
  ['broken UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ['a byte order mark', '\ufeff{}'],
  ['half a document', '{"a":'],
  ['nothing', ''],
])('%s is refused in reading', (_, text) => {
  expect(code(() => parseJson(Buffer.from(text)))).toBe('feed-malformed');
});

test('a surrogate pair, escaped or not, and a backslash before the letters ud800 are read', () => {
  expect(parseJson(Buffer.from('["\\ud83d\\ude00","😀","\\\\ud800"]'))).toEqual(['😀', '😀', '\\ud800']);
});

import { describe, expect, test } from 'vitest';
import { toBase32 } from './base32.ts';
import { hotp, stepAt, stepOf, totpAddress } from './totp.ts';

const ascii = (text: string) => Buffer.from(text, 'ascii');
const twenty = ascii('12345678901234567890');

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base 32 of %j (RFC 4648, section 10)', (text, written) => {
  expect(toBase32(ascii(text))).toBe(written);
});

const counted = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489'];
test.each(counted.map((code, counter) => [counter, code] as const))(
  'counter %i (RFC 4226, appendix D)',
  (counter, code) => {
    expect(hotp(twenty, counter)).toBe(code);
  },
);

const longer = { sha256: ascii('12345678901234567890123456789012'), sha512: ascii(`${'1234567890'.repeat(6)}1234`) };
test.each([
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
])('at second %i (RFC 6238, appendix B)', (second, sha1, sha256, sha512) => {
  const step = stepAt(new Date(second * 1000));
  expect(hotp(twenty, step, 8)).toBe(sha1);
  expect(hotp(longer.sha256, step, 8, 'sha256')).toBe(sha256);
  expect(hotp(longer.sha512, step, 8, 'sha512')).toBe(sha512);
});

describe('a code', () => {
  const now = new Date(1_234_567_890_000);
  const present = stepAt(now);

  test('is taken a step early and a step late, and no further', () => {
    const taken = [-2, -1, 0, 1, 2].map((by) => stepOf(twenty, hotp(twenty, present + by), now, 0));
    expect(taken).toEqual([null, present - 1, present, present + 1, null]);
  });

  test('is taken once, and none before it after it', () => {
    expect(stepOf(twenty, hotp(twenty, present), now, present)).toBeNull();
    expect(stepOf(twenty, hotp(twenty, present - 1), now, present)).toBeNull();
    expect(stepOf(twenty, hotp(twenty, present + 1), now, present)).toBe(present + 1);
  });

  test.each(['', '00000', '0000000', 'abcdef', `${hotp(twenty, present)} `])('is not %j', (code) => {
    expect(stepOf(twenty, code, now, 0)).toBeNull();
  });
});

test('an app is told everything that it needs', () => {
  expect(totpAddress(twenty, 'Bến Thành', 'lan@city.test')).toBe(
    'otpauth://totp/B%E1%BA%BFn%20Th%C3%A0nh:lan%40city.test?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=B%E1%BA%BFn%20Th%C3%A0nh&algorithm=SHA1&digits=6&period=30',
  );
});

import { expect, test } from 'vitest';
import { Failure } from './failure.ts';
import { failureOfMachine, isOfMachine } from './of-the-machine.ts';

const withCode = (code: unknown, cause?: unknown) => Object.assign(new Error('said', { cause }), { code });

test.each([
  ['a disk', withCode('ENOSPC')],
  ['a quota', withCode('EDQUOT')],
  ['the embedded database, within what its adapter says', withCode(undefined, withCode('SQLITE_FULL'))],
  ['Node’s SQLite', Object.assign(new Error('said'), { code: 'ERR_SQLITE_ERROR', errcode: 13 })],
  ['MongoDB', withCode(14031)],
])('%s that has no room is a full disk, and what was said is kept', (_, thrown) => {
  expect(failureOfMachine(thrown)).toMatchObject({ code: 'disk-full', cause: thrown });
});

test.each([[withCode('ENOENT')], ['ENOSPC'], [null], [new Error('ENOSPC: in words only')]])(
  'anything else is nothing of the machine: %j',
  (thrown) => {
    expect(failureOfMachine(thrown)).toBeNull();
  },
);

test('what causes itself has an end', () => {
  const turning = new Error('round');
  turning.cause = turning;
  expect(failureOfMachine(turning)).toBeNull();
});

test('a full disk is the machine’s, a damaged picture is the file’s', () => {
  expect(isOfMachine(new Failure('disk-full'))).toBe(true);
  expect(isOfMachine(new Failure('masters-unreachable'))).toBe(true);
  expect(isOfMachine(new Failure('image-damaged'))).toBe(false);
});

test('a key that is out of reach is no fault of what is sealed under it; a seal that does not open is the file’s', () => {
  const ofKeys = ['seal-key-missing', 'seal-unlock-missing', 'seal-unlock-wrong', 'seal-key-elsewhere'] as const;
  const ofToken = ['pkcs11-token-missing', 'pkcs11-pin-missing', 'pkcs11-refused', 'pkcs11-silent'] as const;
  const codes = [...ofKeys, ...ofToken];
  expect(codes.filter((code) => !isOfMachine(new Failure(code)))).toEqual([]);
  const ofFile = ['sealed-damaged', 'sealed-foreign', 'sealed-malformed', 'seal-key-destroyed'] as const;
  expect(ofFile.filter((code) => isOfMachine(new Failure(code)))).toEqual([]);
});

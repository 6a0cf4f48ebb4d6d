import { endianness } from 'node:os';
import { expect, test } from 'vitest';
import { attributes, functionOrder } from './standard.ts';
import { labelled, levelKey, longBytes, tokenLabel } from './templates.ts';

const isLittle = endianness() === 'LE';

test('a key of a level is kept by the token, shown to nobody without the PIN, and never given out', () => {
  const flags = new Map(levelKey('benthanh mat 1', 8).map(({ type, pValue }) => [type, pValue]));
  for (const yes of ['token', 'private', 'sensitive', 'encrypt', 'decrypt'] as const)
    expect(flags.get(attributes[yes]), yes).toEqual(Buffer.from([1]));
  // Nothing else may be done with it: neither to wrap another key and decrypt it, nor to bring one in
  for (const no of ['extractable', 'wrap', 'unwrap', 'sign', 'verify'] as const)
    expect(flags.get(attributes[no]), no).toEqual(Buffer.from([0]));
  expect(flags.get(attributes.valueLength)).toEqual(longBytes(32, 8));
  expect(flags.get(attributes.label)?.toString()).toBe('benthanh mat 1');
  expect(flags.size).toBe(14);
});

test('numbers have the size and the order of the machine', () => {
  for (const size of [4, 8]) {
    const bytes = longBytes(0x0102, size);
    expect(bytes.length).toBe(size);
    expect([...(isLittle ? bytes : bytes.toReversed())].slice(0, 3)).toEqual([2, 1, 0]);
  }
  for (const { pValue, ulValueLen } of labelled('ấ', 8)) expect(ulValueLen).toBe(pValue.length);
});

test('the label of a token ends where its blanks begin', () => {
  expect(tokenLabel(Buffer.from('keys of the city'.padEnd(32) + 'maker'.padEnd(32)))).toBe('keys of the city');
  expect(tokenLabel(Buffer.from(`${'a'.repeat(32)}maker`))).toBe('a'.repeat(32));
});

test('functions stand at the places of the standard', () => {
  expect(functionOrder.indexOf('GetFunctionList')).toBe(3);
  expect(functionOrder.indexOf('FindObjects')).toBe(27);
  expect(functionOrder.indexOf('Decrypt')).toBe(34);
  expect(functionOrder.indexOf('GenerateKey')).toBe(58);
});

import { expect, test } from 'vitest';
import { fingerprintOf } from '../drift/fingerprint.ts';
import type { Finding } from './check.ts';
import { findingKey } from './finding-key.ts';

const finding: Finding = {
  check: 'numbers',
  severity: 'warns',
  says: 'fact-other',
  side: 'target',
  start: 3,
  end: 5,
  values: { source: '16', target: '61' },
};
const texts = { source: fingerprintOf([{ text: 'It has 16.' }]), target: fingerprintOf([{ text: 'Có 61.' }]) };
const key = findingKey(finding, texts);

test('a finding keeps its key when only its place changes, and its code is read in it', () => {
  expect(findingKey({ ...finding, start: 9, end: 11, values: { target: '61', source: '16' } }, texts)).toBe(key);
  expect(key).toMatch(/^numbers:[0-9a-f]{32}$/);
});

test('formatting changes no key, words do', () => {
  const bold = fingerprintOf([{ code: 'open', id: '1', kind: 'bold' }, { text: 'Có 61.' }, { code: 'close', id: '1' }]);
  expect(findingKey(finding, { ...texts, target: bold })).toBe(key);
  expect(findingKey(finding, { ...texts, target: fingerprintOf([{ text: 'Có 62.' }]) })).not.toBe(key);
  expect(findingKey(finding, { ...texts, source: fingerprintOf([{ text: 'It has 17.' }]) })).not.toBe(key);
});

test('another finding has another key', () => {
  expect(findingKey({ ...finding, values: { source: '16', target: '62' } }, texts)).not.toBe(key);
  expect(findingKey({ ...finding, check: 'units' }, texts)).not.toBe(key);
  expect(findingKey({ ...finding, side: 'source' }, texts)).not.toBe(key);
});

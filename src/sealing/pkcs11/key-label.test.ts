import { expect, test } from 'vitest';
import { sealedLevels } from '../identity.ts';
import { keyLabel, readKeyLabel } from './key-label.ts';

test('a label says which key of which level it is, and fits into what a token keeps', () => {
  for (const level of sealedLevels) {
    for (const generation of [1, 2, 999_999_999]) {
      expect(readKeyLabel(keyLabel({ level, generation }))).toEqual({ level, generation });
      expect(keyLabel({ level, generation }).length).toBeLessThan(64);
    }
  }
});

test.each([
  '',
  'benthanh',
  'benthanh mat',
  'benthanh mat 0',
  'benthanh mat 01',
  'benthanh public 1',
  'benthanh mat 1 ',
  'x mat 1',
])('“%s” is an object of somebody else', (label) => {
  expect(readKeyLabel(label)).toBeNull();
});

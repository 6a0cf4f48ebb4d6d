import { expect, test } from 'vitest';
import { fingerprintOf } from './fingerprint.ts';

const file = (text: string, lastModified = 1) => new File([text], 'a.jpg', { lastModified });

test('the same file given again is known, and any other is another', async () => {
  const one = await fingerprintOf('Tết/a.jpg', file('one'));
  expect(await fingerprintOf('Tết/a.jpg', file('one'))).toBe(one);
  const others = await Promise.all([
    fingerprintOf('a.jpg', file('one')),
    fingerprintOf('Tết/a.jpg', file('two')),
    fingerprintOf('Tết/a.jpg', file('one', 2)),
    fingerprintOf('Tết/a.jpg', file('one more')),
  ]);
  expect(new Set([one, ...others]).size).toBe(5);
});

import { expect, test } from 'vitest';
import { refusedPins } from './refused-pins.ts';

test('a PIN that a token refused is known again, for this token, until it refuses another', () => {
  const refused = refusedPins();
  const [pin, other] = [Buffer.from('1234'), Buffer.from('1235')];
  expect(refused.has('a', pin)).toBe(false);
  refused.add('a', pin);
  pin.fill(0);
  expect(refused.has('a', Buffer.from('1234'))).toBe(true);
  expect(refused.has('a', other)).toBe(false);
  expect(refused.has('b', Buffer.from('1234'))).toBe(false);
  refused.add('a', other);
  expect(refused.has('a', Buffer.from('1234'))).toBe(false);
});

import { expect, test } from 'vitest';
import { openSecret, sealSecret } from './sealed-secret.ts';

const plain = Buffer.from('twenty secret bytes!');
const sealed = sealSecret('installation', plain, 'factor|person');

test('opens where it belongs', () => {
  expect(openSecret('installation', sealed, 'factor|person')).toEqual(plain);
  expect(sealSecret('installation', plain, 'factor|person')).not.toBe(sealed);
  expect(Buffer.from(sealed, 'base64url').includes(plain)).toBe(false);
});

test('opens nowhere else, and not when it was changed', () => {
  expect(openSecret('another', sealed, 'factor|person')).toBeNull();
  expect(openSecret('installation', sealed, 'factor|other')).toBeNull();
  for (const at of [0, 13, 30]) {
    const bytes = Buffer.from(sealed, 'base64url');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(openSecret('installation', bytes.toString('base64url'), 'factor|person')).toBeNull();
  }
  expect(openSecret('installation', '', 'factor|person')).toBeNull();
});

import { expect, it } from 'vitest';
import { deedOf } from './keys.ts';

const plain = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

it('knows a key by its place, whatever an input method makes of it', () => {
  expect(deedOf({ ...plain, code: 'Enter', key: 'Enter', ctrlKey: true })).toEqual({ deed: 'confirm' });
  expect(deedOf({ ...plain, code: 'Enter', key: 'Enter', metaKey: true })).toEqual({ deed: 'confirm' });
  expect(deedOf({ ...plain, code: 'KeyN', key: 'ñ', altKey: true })).toEqual({ deed: 'needs' });
  expect(deedOf({ ...plain, code: 'Digit3', key: '3', altKey: true })).toEqual({ deed: 'suggestion', figure: 3 });
});

it('leaves what is typed to the field', () => {
  expect(deedOf({ ...plain, code: 'Enter', key: 'Enter' })).toBeNull();
  expect(deedOf({ ...plain, code: 'KeyN', key: 'n' })).toBeNull();
  expect(deedOf({ ...plain, code: 'KeyZ', key: 'z', ctrlKey: true })).toBeNull();
  expect(deedOf({ ...plain, code: 'KeyN', key: 'n', altKey: true, ctrlKey: true })).toBeNull();
});

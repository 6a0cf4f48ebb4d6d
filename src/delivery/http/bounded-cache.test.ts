import { expect, it } from 'vitest';
import { boundedCache } from './bounded-cache.ts';

it('forgets what was not used for longest when its bytes are full', () => {
  const cache = boundedCache<number>(80);
  for (let index = 0; index < 8; index += 1) cache.set(`k${index}`, index, 10);
  expect(cache.get('k0')).toBe(0);
  cache.set('new', 9, 10);
  expect(cache.get('k0')).toBe(0);
  expect(cache.get('k1')).toBeUndefined();
});

it('does not let one value push out all others', () => {
  const cache = boundedCache<number>(80);
  cache.set('small', 1, 10);
  cache.set('huge', 2, 11);
  expect(cache.get('small')).toBe(1);
  expect(cache.get('huge')).toBeUndefined();
});

it('replaces a value without counting it twice', () => {
  const cache = boundedCache<number>(80);
  for (let index = 0; index < 20; index += 1) cache.set('same', index, 10);
  cache.set('other', 1, 10);
  expect(cache.get('same')).toBe(19);
});

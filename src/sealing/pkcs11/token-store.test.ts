import { expect, test } from 'vitest';
import type { Generation } from '../key-folder.ts';
import { joined, nextGeneration } from './token-store.ts';

const file = (generation: number): Generation => ({ level: 'mat', generation, isDestroyed: false });
const gone = (generation: number): Generation => ({ level: 'mat', generation, isDestroyed: true });
const kept = (generation: number): Generation => ({ ...file(generation), inToken: true });

test('keys of the folder and of the token are one row of generations, and numbers are given once', () => {
  const all = joined([gone(1), file(2)], ['benthanh mat 3', 'somebody else’s', 'benthanh restricted 1']);
  expect(all).toEqual([{ ...kept(1), level: 'restricted' }, gone(1), file(2), kept(3)]);
  expect(nextGeneration(all, 'mat')).toBe(4);
  expect(nextGeneration(all, 'restricted')).toBe(2);
  expect(nextGeneration(all, 'tuyet_mat')).toBe(1);
});

test('a key that is in the token counts, whatever the folder says: its destruction was interrupted', () => {
  expect(joined([gone(1), kept(2)], ['benthanh mat 1', 'benthanh mat 2'])).toEqual([kept(1), kept(2)]);
});

test('a note of a key that another token has keeps its number taken', () => {
  expect(nextGeneration(joined([kept(5)], ['benthanh mat 1']), 'mat')).toBe(6);
});

import { expect, test } from 'vitest';
import { inSightFirst } from './in-sight-first.ts';
import type { ItemState } from './queue.ts';

test('what needs somebody and what is under way stands before what waits and what is over, each as it came', () => {
  const states: ItemState[] = ['done', 'waiting', 'looking', 'refused', 'sending', 'failed', 'waiting', 'done'];
  const items = states.map((state, place) => ({ state, place }));
  expect(inSightFirst(items).map(({ state, place }) => `${state} ${place}`)).toEqual([
    ...['failed 5', 'looking 2', 'sending 4', 'waiting 1', 'waiting 6', 'refused 3', 'done 0', 'done 7'],
  ]);
});

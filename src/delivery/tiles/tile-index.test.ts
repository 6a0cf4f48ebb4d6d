import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTileIndex } from './tile-index.ts';

test('what was used least recently goes first', () => {
  const index = openTileIndex(30);
  expect(index.add('a', '1', 10)).toEqual([]);
  expect(index.add('a', '2', 10)).toEqual([]);
  expect(index.add('b', '3', 10)).toEqual([]);
  index.touch('a', '1');
  expect(index.add('b', '4', 10)).toEqual([{ folder: 'a', name: '2' }]);
  expect(index.total()).toBe(30);
});

test('a file that is larger than the whole goes at once', () => {
  const index = openTileIndex(30);
  expect(index.add('a', '1', 31)).toEqual([{ folder: 'a', name: '1' }]);
  expect(index.total()).toBe(0);
});

test('the whole never outgrows its bound, whatever is added, used and dropped', () => {
  const folder = fc.constantFrom('a', 'b', 'c');
  const name = fc.integer({ min: 0, max: 9 }).map(String);
  const deed = fc.oneof(
    fc.tuple(fc.constant('add' as const), folder, name, fc.integer({ min: 1, max: 40 })),
    fc.tuple(fc.constant('touch' as const), folder, name, fc.constant(0)),
    fc.tuple(fc.constant('drop' as const), folder, name, fc.constant(0)),
  );
  fc.assert(
    fc.property(fc.array(deed), (deeds) => {
      const index = openTileIndex(100);
      const there = new Map<string, number>();
      for (const [what, of, called, bytes] of deeds) {
        if (what === 'touch') index.touch(of, called);
        if (what === 'drop') {
          index.dropFolder(of);
          for (const key of [...there.keys()]) if (key.startsWith(of)) there.delete(key);
        }
        if (what === 'add') {
          there.set(`${of}/${called}`, bytes);
          for (const gone of index.add(of, called, bytes)) there.delete(`${gone.folder}/${gone.name}`);
        }
        expect(index.total()).toBe([...there.values()].reduce((sum, each) => sum + each, 0));
        expect(index.total()).toBeLessThanOrEqual(100);
      }
    }),
  );
});

import { expect, test } from 'vitest';
import type { MemoryUnit } from '#translation/memory/unit.ts';
import { openMemoryFile } from './memory-file.ts';

const unit = (id: string): MemoryUnit => ({
  ...{ id, seal: 'brought', at: '2026-11-27T00:00:00.000Z' },
  texts: { vi: { content: [{ text: id }] } },
});

test('all units of an origin change together, and no number is given twice', () => {
  using file = openMemoryFile(null);
  const first = file.replace('articles/a', '1', [unit('a1'), unit('a2')]);
  file.replace('articles/b', '1', [unit('b1')]);
  const [one, two] = first.added.map(({ row }) => row);
  const second = file.replace('articles/a', '2', [unit('a3')]);
  expect(second.removed).toEqual([one, two]);
  expect(second.added[0]?.row).toBeGreaterThan(3);
  expect(file.read(Number(one))).toBeNull();
  expect(file.units(0, 10).map(({ unit: { id } }) => id)).toEqual(['b1', 'a3']);
  expect(file.units(3, 10).map(({ unit: { id } }) => id)).toEqual(['a3']);
  expect(Object.fromEntries(file.stamps())).toEqual({ 'articles/a': '2', 'articles/b': '1' });
  const third = file.replace('articles/a', '', []);
  expect([...file.stamps().keys()]).toEqual(['articles/b']);
  const fourth = file.replace('articles/c', '1', [unit('c1')]);
  expect(Number(fourth.added[0]?.row)).toBeGreaterThan(Number(third.removed[0]));
});

test('what is written as one is there as a whole or not at all', () => {
  using file = openMemoryFile(null);
  const broken = () =>
    file.write(() => {
      file.replace('articles/a', '1', [unit('a1')]);
      throw new Error('in the middle');
    });
  expect(broken).toThrow('in the middle');
  expect(file.units(0, 10)).toEqual([]);
  expect(file.stamps().size).toBe(0);
});

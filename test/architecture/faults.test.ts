import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allFaults } from '../faults/all-faults.ts';
import { applied } from '../faults/fault.ts';
import { numberedTitles } from '../support/numbered-titles.ts';

const root = resolve(import.meta.dirname, '../..');
const titles = numberedTitles(root);
const textOf = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null);

/** Whether faults are found is what `npm run test:faults` says; here only that each can still be put in. */
describe.each(allFaults)('the fault $name', ({ rows, tests, edits }) => {
  test('fits its files', () => {
    for (const edit of edits) expect(applied(textOf(edit.file), edit)).not.toBe(textOf(edit.file));
  });

  test('names tests of its rows', () => {
    for (const file of tests) {
      const ofRows = titles.filter((title) => title.file === file && title.rows.some((row) => rows.includes(row)));
      expect(ofRows.length, file).toBeGreaterThan(0);
    }
  });
});

test('no two faults have one name', () => {
  const names = allFaults.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});

test('an edit that fits nowhere, or in two places, is refused', () => {
  const edit = { file: 'x', find: 'a b', put: 'c' };
  expect(applied('a\n  b', edit)).toBe('c');
  for (const text of ['ab', 'a b a b', null]) expect(() => applied(text, edit)).toThrow();
});

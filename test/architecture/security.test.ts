import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { isThere, shownIn } from '../support/shown-by.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');

const promises = [...page.matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
const rows = [...page.matchAll(/^\| (\d+) \| (`.*) \|$/gm)].map(([, number, cell = '']) => ({
  number: Number(number),
  shown: shownIn(cell),
}));

test('SECURITY.md counts its promises, and every one has a test that shows it', () => {
  expect(promises.length).toBeGreaterThan(20);
  expect(promises).toEqual(promises.map((_, index) => index + 1));
  expect(rows.map(({ number }) => number)).toEqual(promises);
  expect(rows.filter(({ shown }) => !shown.some(({ title }) => title !== null))).toEqual([]);
});

test('every file that shows a promise is there, and every title in it', () => {
  const places = rows.flatMap(({ number, shown }) => shown.map((place) => ({ number, ...place })));
  expect(places.filter((place) => !isThere(root, place))).toEqual([]);
});

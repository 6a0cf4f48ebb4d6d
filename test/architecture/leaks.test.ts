import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { allFaults } from '../faults/all-faults.ts';
import { numberedTitles } from '../support/numbered-titles.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/leaks.md'), 'utf8');
const rows = [...page.matchAll(/^\| R(\d+) \|/gm)].map(([, row]) => Number(row));
const titles = numberedTitles(root);
const tested = new Set(titles.flatMap((title) => title.rows));

/** Rows that no test shows closed; none may come to them. */
const withoutTest: readonly number[] = [];

test('docs/leaks.md has the rows R1 to R65, each once', () => {
  expect(rows.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 65 }, (_, index) => index + 1));
});

test('every row has a test with its number in the title', () => {
  expect(titles.length).toBeGreaterThan(60);
  expect(rows.filter((row) => !tested.has(row)).toSorted((a, b) => a - b)).toEqual(withoutTest);
});

/** Rows whose tests nobody has seen notice a kept fault. */
const withoutFault: readonly number[] = [];

test('every row has a fault that its tests have to notice', () => {
  const kept = new Set(allFaults.flatMap((fault) => fault.rows));
  expect(rows.filter((row) => !kept.has(row)).toSorted((a, b) => a - b)).toEqual(withoutFault);
});

test('titles name rows that are there', () => {
  expect(titles.filter((title) => title.rows.some((row) => !rows.includes(row)))).toEqual([]);
});

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { asvsLevels } from '../support/asvs-levels.ts';
import { readAsvsTable } from '../support/asvs-table.ts';
import { isThere } from '../support/shown-by.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/asvs.md'), 'utf8');
const rows = readAsvsTable(page);
const states = ['met', 'not applicable', 'open'];

test('the list of requirements is that of the standard: 70, 183 and 92 of each level', () => {
  const counts = [1, 2, 3].map((level) => [...asvsLevels.values()].filter((one) => one === level).length);
  expect(counts).toEqual([70, 183, 92]);
});

test('docs/asvs.md judges every requirement of levels 1 and 2 once, and some of level 3', () => {
  const judged = rows.map(({ number }) => number);
  expect(judged.filter((number, index) => judged.indexOf(number) !== index)).toEqual([]);
  const asked = [...asvsLevels].filter(([, level]) => level < 3).map(([number]) => number);
  expect(asked.filter((number) => !judged.includes(number))).toEqual([]);
  expect(judged.filter((number) => !asvsLevels.has(number))).toEqual([]);
});

test('each row says its level, what is asked and one of three words', () => {
  expect(rows.filter(({ number, level }) => level !== asvsLevels.get(number))).toEqual([]);
  expect(rows.filter(({ asked, state }) => asked === '' || !states.includes(state))).toEqual([]);
});

test('what is met names what shows it, and everything else says why', () => {
  expect(rows.filter(({ state, shown }) => state === 'met' && shown.length === 0)).toEqual([]);
  expect(rows.filter(({ state, why }) => state !== 'met' && why === '')).toEqual([]);
  expect(rows.filter(({ level, why }) => level === 3 && !why.startsWith('L3: '))).toEqual([]);
});

test('every file that it names is there, and every title in it', () => {
  const shown = rows.flatMap(({ number, shown: places }) => places.map((place) => ({ number, ...place })));
  expect(shown.length).toBeGreaterThan(150);
  expect(shown.filter((place) => !isThere(root, place))).toEqual([]);
});

test('its counts are those of its tables', () => {
  const counts = [1, 2, 3].map((level) => {
    const ofLevel = rows.filter((row) => row.level === level);
    const inAll = [...asvsLevels.values()].filter((one) => one === level).length;
    const each = states.map((state) => ofLevel.filter((row) => row.state === state).length);
    return `| ${level} | ${ofLevel.length} of ${inAll} | ${each.join(' | ')} |`;
  });
  expect(counts.filter((line) => !page.includes(line))).toEqual([]);
});

test('the pieces that rows wait for are those that are listed, if any is', () => {
  const listed = [...page.matchAll(/^\| \*([^*]+)\* \|/gm)].map(([, piece]) => piece?.toLowerCase());
  const waited = rows.flatMap(({ why }) => [...why.matchAll(/\*([^*]+)\*/g)].map(([, piece]) => piece?.toLowerCase()));
  expect(new Set(listed)).toEqual(new Set(waited));
});

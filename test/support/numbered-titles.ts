import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { titlesIn } from './test-titles.ts';

/** A test, or a group of tests, whose title begins with rows of docs/leaks.md. */
export interface NumberedTitle {
  readonly file: string;
  readonly rows: readonly number[];
}

/** Rows and nothing else, then the title: `R1 R29: nothing tells …`. */
const form = /^((?:R\d+ )*R\d+): \S/;
const places = ['test/**/*.test.ts', 'test/browser/chapters/*.ts', '{src,media,collections}/**/*.test.ts'];

/** Titles of tests that run, each with the rows before it. */
export const numberedTitles = (root: string): NumberedTitle[] =>
  globSync(places, { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    if (!/['"`]R\d/.test(text)) return [];
    return titlesIn(file, text)
      .map((title) => ({ file, rows: rowsOf(title) }))
      .filter(({ rows }) => rows.length > 0);
  });

const rowsOf = (title: string): number[] => (form.exec(title)?.[1] ?? '').split(' ').filter(Boolean).map(numberOf);

const numberOf = (row: string): number => Number(row.slice(1));

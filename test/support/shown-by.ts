import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { titlesIn } from './test-titles.ts';

/** What a document points to: a file, and a part of the title of a test in it. */
export interface Shown {
  readonly file: string;
  readonly title: string | null;
}

/** Reads the cell of a table that names places: `file` “part of a title”, with a semicolon between them. */
export const shownIn = (cell: string): Shown[] =>
  cell
    .split('; ')
    .filter((part) => part !== '')
    .map((part) => {
      const [, file, title] = /^`([^`]+)`(?: “(.+)”)?$/.exec(part) ?? [];
      return { file: file ?? part, title: title ?? null };
    });

/** Whether the file is there, and a test in it whose title holds what was named. */
export const isThere = (root: string, { file, title }: Shown): boolean => {
  const path = join(root, file);
  if (!existsSync(path)) return false;
  return title === null || titlesIn(file, readFileSync(path, 'utf8')).some((one) => one.includes(title));
};

import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const left = readFileSync(join(root, '.dockerignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** Folders that the Dockerfile copies whole. */
const copied = [...readFileSync(join(root, 'Dockerfile'), 'utf8').matchAll(/^COPY (\w[\w/]*) \1$/gm)].map(
  ([, folder]) => folder ?? '',
);

test('no image of a container holds a test', () => {
  expect(copied).toEqual(expect.arrayContaining(['src', 'media', 'collections']));
  const tests = copied.flatMap((folder) => globSync(`${folder}/**/*.test.{ts,tsx}`, { cwd: root }));
  expect(tests.length).toBeGreaterThan(50);
  expect(tests.filter((file) => !left.some((pattern) => matchesGlob(file, pattern)))).toEqual([]);
});

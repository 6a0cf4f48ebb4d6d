import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const trace = z.object({ files: z.array(z.string()) });

/** What the bundler read of this folder on behalf of a page or an address. */
const filesOf = (list: string): string[] =>
  trace
    .parse(JSON.parse(readFileSync(join(root, list), 'utf8')))
    .files.map((file) => relative(root, resolve(root, dirname(list), file)));

test('the studio is built from its own sources: no data, key, document or test goes into it', () => {
  const lists = globSync('.next/**/*.nft.json', { cwd: root });
  const read = [...new Set(lists.flatMap(filesOf))];
  expect(read.length).toBeGreaterThan(500);
  expect(
    read.filter((file) => !/^(node_modules|\.next|src|collections|media|locales|package\.json)(\/|$)/.test(file)),
  ).toEqual([]);
});

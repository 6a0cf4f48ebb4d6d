import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../root.ts';
import { inputFiles } from './build-inputs.ts';

it('a change in any room that the studio is built of asks for a new build', async () => {
  const files = await inputFiles();
  const rooms = new Set(files.map((file) => file.replace(/^src\//, '').split('/')[0]));
  const programs = files.filter((file) => /\.tsx?$/.test(file));
  const named = programs.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/from '#([a-z-]+)\//g)].map(([, room]) => room),
  );
  expect([...new Set(named)].filter((room) => !rooms.has(room))).toEqual([]);
});

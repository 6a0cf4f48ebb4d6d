import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { endEverything, makeScratch, promiseEnd } from './endings.ts';

it('removes a folder with everything in it when it is disposed of', async () => {
  const scratch = await makeScratch('test');
  await writeFile(join(scratch.path, 'file'), 'words');
  await scratch[Symbol.asyncDispose]();
  expect(existsSync(scratch.path)).toBe(false);
});

it('ends what is still there when it is stopped, the youngest first and each once, and lets nothing new begin', async () => {
  const scratch = await makeScratch('test');
  const ended: string[] = [];
  const note = (name: string) => promiseEnd(async () => void ended.push(name));
  const [first, , third] = [note('first'), note('second'), note('third')];
  await third[Symbol.asyncDispose]();
  await endEverything();
  await first[Symbol.asyncDispose]();
  expect(ended).toEqual(['third', 'second', 'first']);
  expect(existsSync(scratch.path)).toBe(false);
  expect(() => note('late')).toThrow('stopped');
  expect(ended.at(-1)).toBe('late');
});

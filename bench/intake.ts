import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeScratch, promiseEnd } from './support/endings.ts';
import { root } from './support/installation.ts';
import { photograph, withNumber } from './support/photograph.ts';
import { type MemoryWatched, watchMemory } from './support/process-tree.ts';
import { progressOf, say } from './support/progress.ts';
import type { Figure, Section } from './support/report.ts';

/** Megabytes that all processes together may hold, and by how much that may grow on the way. */
const ceiling = 1536;
const flat = 1.15;

const different = 3;

/** A folder of so many pictures, no two of the same bytes. */
const layOut = async (folder: string, count: number): Promise<void> => {
  await mkdir(folder);
  const pictures: Buffer[] = [];
  for (let seed = 1; seed <= different; seed += 1) pictures.push(await photograph(seed));
  for (let number = 0; number < count; number += 1) {
    const picture = pictures[number % different] as Buffer;
    await writeFile(join(folder, `${number}.jpg`), withNumber(picture, number));
  }
};

interface Worked extends MemoryWatched {
  readonly seconds: number;
}

/** Waits for a program to end well, and looks at its memory until then. */
const watch = async (child: ChildProcess): Promise<Worked> => {
  await using _ending = promiseEnd(async () => void child.kill('SIGKILL'));
  const began = performance.now();
  const ended = once(child, 'exit').then(([status]) => {
    if (status !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${status}`);
  });
  const memory = await watchMemory(Number(child.pid), ended);
  return { ...memory, seconds: (performance.now() - began) / 1000 };
};

const command = (dataDir: string, ...args: string[]): ChildProcess =>
  fork(join(root, 'src/cli/benthanh.mjs'), args, {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

const takeIn = async (dataDir: string, folder: string): Promise<Worked> => {
  await watch(command(dataDir, 'key', 'create'));
  say('intake: npx benthanh archive ingest');
  return watch(command(dataDir, 'archive', 'ingest', folder, '--report', join(dataDir, 'fates.csv')));
};

const makeSizes = (dataDir: string): Promise<Worked> => {
  const child = fork(join(import.meta.dirname, 'support/make-sizes.ts'), [join(dataDir, 'masters')]);
  const progress = progressOf('intake: sizes and access copies of');
  child.on('message', ({ done, total }: { done: number; total: number }) => progress(done, total));
  return watch(child);
};

const figure = (what: string, count: number, { seconds, peak, growth }: Worked): Figure => ({
  what,
  ratio: `${(peak / ceiling).toFixed(2)} × the memory allowed, ${growth.toFixed(2)} × from the second fifth to the last`,
  ours: `${(count / seconds).toFixed(2)}/s, ${peak} MB at the peak`,
  baseline: '–',
  goal: `< ${ceiling} MB, flat`,
  met: peak < ceiling && growth <= flat,
});

/** Measures taking in and releasing so many pictures by the programs that do it: how fast, and with how much memory. */
export const measureIntake = async (count: number): Promise<Section> => {
  await using scratch = await makeScratch('intake');
  const folder = join(scratch.path, 'pictures');
  const dataDir = join(scratch.path, 'data');
  say(`intake: laying out ${count} pictures`);
  await layOut(folder, count);
  await mkdir(dataDir);
  const taken = await takeIn(dataDir, folder);
  const made = await makeSizes(dataDir);
  const pictures = `${count.toLocaleString('en')} JPEGs of 24 megapixels`;
  return {
    title: `Taking in ${pictures}`,
    command: 'npm run bench -- intake',
    how: 'Two decoders. Memory is what is resident in a program and in every process that it starts, ten times a second, shared pages counted for each.',
    figures: [
      figure(`${pictures} taken in by \`benthanh archive ingest\` on the embedded database`, count, taken),
      figure(`${pictures} made five widths in WebP and JPEG, and an access copy, of`, count, made),
    ],
  };
};

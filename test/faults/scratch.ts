import { globSync } from 'node:fs';
import { link, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applied, type Edit, type Fault } from './fault.ts';

/** A copy of the project to be spoilt: files are links to those of the project until one is changed. */
export interface Scratch extends AsyncDisposable {
  readonly folder: string;
  /** Puts a fault in, runs, and takes it out again. @throws where the fault does not fit */
  spoilt<T>(fault: Fault, run: () => Promise<T>): Promise<T>;
}

const left = ['node_modules/**', '.git/**', '.next/**', 'data/**'];

/** Files of the project of which a verdict depends. */
export const filesOf = (root: string): string[] =>
  globSync('**/*', { cwd: root, exclude: left, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();

const copy = async (root: string, folder: string, file: string): Promise<void> => {
  await mkdir(join(folder, dirname(file)), { recursive: true });
  // Another disk takes no links
  await link(join(root, file), join(folder, file)).catch(async () =>
    writeFile(join(folder, file), await readFile(join(root, file))),
  );
};

const textOf = (file: string): Promise<string | null> => readFile(file, 'utf8').catch(() => null);

/** A link is taken away before it is written to: what it leads to belongs to the project. */
const write = async (file: string, text: string): Promise<void> => {
  await rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
};

export const openScratch = async (root: string): Promise<Scratch> => {
  const folder = await mkdtemp(join(tmpdir(), 'benthanh-fault-'));
  for (const file of filesOf(root)) await copy(root, folder, file);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const put = async ({ file }: Edit, text: string) => write(join(folder, file), text);
  const takeBack = async ({ file }: Edit) => {
    await rm(join(folder, file), { force: true });
    if ((await textOf(join(root, file))) !== null) await copy(root, folder, file);
  };
  return {
    folder,
    spoilt: async (fault, run) => {
      try {
        for (const edit of fault.edits) await put(edit, applied(await textOf(join(folder, edit.file)), edit));
        return await run();
      } finally {
        for (const edit of fault.edits) await takeBack(edit);
      }
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
};

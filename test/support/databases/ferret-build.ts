import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const source = join(import.meta.dirname, '../ferretdb');
const ours = 'sqlite/narrowed.go';
const inputs = ['main.go', 'go.mod', 'go.sum', ours].map((name) => join(source, name));
const module = 'github.com/FerretDB/FerretDB';

/** Where FerretDB asks SQLite only for one document by its id alone, and where our own file takes part (first place of two). */
const question = { alone: 'if params.Filter.Len() == 1 {', file: 'internal/backends/sqlite/collection.go' };
const narrowed = 'if whereClause, args = narrowed(params.Filter); whereClause == "" && params.Filter.Len() == 1 {';

/** What tells one build from another: every source that goes in, and how it is put together. */
export function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of [...inputs, import.meta.filename]) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Builds FerretDB with our file beside its own. Two test runs may build at the same time: each builds in a folder of its own and
 * moves the program to its place.
 * @throws when there is no `go`, or the module cannot be had
 */
export async function build(program: string): Promise<void> {
  await mkdir(dirname(program), { recursive: true });
  const folder = await mkdtemp(`${program}-build-`);
  try {
    for (const input of inputs) if (!input.endsWith(ours)) await copyFile(input, join(folder, basename(input)));
    const { Dir } = JSON.parse(await go(folder, 'mod', 'download', '-json', module)) as { Dir: string };
    await withOurs(Dir, join(folder, 'module'));
    await go(folder, 'mod', 'edit', '-replace', `${module}=./module`);
    await go(folder, 'build', '-mod=mod', '-trimpath', '-buildvcs=false', '-o', 'program', '.');
    await rename(join(folder, 'program'), program);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Go keeps its modules read-only, folders too: what cannot be written can be changed by nobody, and taken away by root alone. */
const makeWritable = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    await (entry.isDirectory() ? makeWritable(path) : chmod(path, 0o644));
  }
};

/** A copy of the module with our file in it. */
const withOurs = async (from: string, to: string): Promise<void> => {
  await cp(from, to, { recursive: true });
  await makeWritable(to);
  const file = join(to, question.file);
  const text = await readFile(file, 'utf8');
  if (!text.includes(question.alone)) throw new Error(`FerretDB is not what it was: ${question.file}`);
  await writeFile(file, text.replace(question.alone, narrowed));
  await copyFile(join(source, ours), join(dirname(file), basename(ours)));
};

const go = async (cwd: string, ...args: string[]): Promise<string> => {
  const { stdout } = await promisify(execFile)('go', args, { cwd, env: { ...process.env, CGO_ENABLED: '0' } });
  return stdout;
};

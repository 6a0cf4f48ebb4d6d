import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { feedFolder, listName, manifestName, onMedium, receiptName } from './paths.ts';
import type { ListedFile, MediumManifest } from './schemas.ts';

/** Everything in a folder, by paths with slashes, deeper folders after their own; links are not followed. */
async function* entriesUnder(root: string, below = ''): AsyncGenerator<[path: string, entry: Dirent], void, undefined> {
  for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    yield [path, entry];
    if (entry.isDirectory()) yield* entriesUnder(root, path);
  }
}

/** Folders that lead to a file. */
const foldersOf = (path: string): string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};

const expectedOf = (manifest: MediumManifest, files: ReadonlyMap<string, ListedFile>) => {
  const sizes = new Map<string, number>();
  for (const { path, bytes } of files.values()) sizes.set(onMedium(path), bytes);
  for (const [index, { bytes }] of manifest.lists.entries()) sizes.set(listName(index + 1), bytes);
  const folders = new Set([...sizes.keys()].flatMap(foldersOf));
  return { sizes, folders };
};

/** Written at either side after the manifest, each read within a bound of its own. */
const besides = new Set([manifestName, receiptName]);

/**
 * Looks whether there lies on a medium what its lists name, plain files of the sizes named, and nothing else. Nothing is
 * opened, and it ends at the first thing that is strange.
 *
 * @throws Failure `medium-foreign`, `medium-incomplete`, `medium-changed`
 */
export const walkMedium = async (
  root: string,
  manifest: MediumManifest,
  files: ReadonlyMap<string, ListedFile>,
): Promise<void> => {
  const { sizes, folders } = expectedOf(manifest, files);
  const missing = new Set(sizes.keys());
  for await (const [path, entry] of entriesUnder(root)) {
    const known = entry.isDirectory() ? folders.has(path) : entry.isFile() && (besides.has(path) || sizes.has(path));
    if (!known) throw new Failure('medium-foreign', { file: path.slice(0, 200) });
    const size = sizes.get(path);
    if (size !== undefined && (await lstat(join(root, path))).size !== size)
      throw new Failure('medium-changed', { file: path });
    missing.delete(path);
  }
  const [file] = missing;
  if (file !== undefined) throw new Failure('medium-incomplete', { file });
};

/** Whether anything of a feed lies in a folder that has no manifest. */
export const isUnfinished = async (root: string): Promise<boolean> =>
  (await readdir(root).catch(() => [])).some((name) => name === feedFolder || name.startsWith(manifestName));

import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Every file of a folder and of those in it, with its bytes. */
export const filesIn = async (folder: string): Promise<[file: string, bytes: Buffer][]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file): Promise<[string, Buffer]> => [file, await readFile(file)]));
};

/** The same, each file by its path below the folder. */
export const filesBelow = async (folder: string): Promise<[path: string, bytes: Buffer][]> =>
  (await filesIn(folder)).map(([file, bytes]) => [relative(folder, file), bytes]);

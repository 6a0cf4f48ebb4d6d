import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import type { Identity, SealedLevel } from './identity.ts';
import { headerOf } from './sealed-file.ts';

const ending = '.sealed';

/** The identity of a file that a person sealed: its name, wherever it lies. */
export const identityOfFile = (path: string): Omit<Identity, 'level'> => ({
  collection: 'files',
  id: basename(path).replace(/\.sealed$/, ''),
  field: 'content',
  version: '1',
});

/** Where a file goes when it is sealed. */
export const sealedPath = (path: string): string => `${path}${ending}`;

export interface SealedFile {
  readonly path: string;
  readonly level: SealedLevel;
  /** Generations under which its data key is wrapped: one, or two where a rotation was interrupted. */
  readonly generations: readonly number[];
  readonly bytes: number;
}

/**
 * All sealed files below a folder.
 * @throws Failure `sealed-malformed` for a file that is named like one and is none; `sealed-folder-missing`
 */
export async function* sealedFilesIn(folder: string): AsyncGenerator<SealedFile> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new Failure('sealed-folder-missing', { folder }, { cause });
  });
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith(ending)) continue;
    const path = join(entry.parentPath, entry.name);
    const { level, keys } = await headerOf(path);
    const generations = keys.flatMap((key) => (key === null ? [] : [key.generation]));
    yield { path, level, generations, bytes: (await stat(path)).size };
  }
}

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import type { SealedLevel } from './identity.ts';
import { ending } from './name-of-file.ts';
import { headerOf } from './sealed-file.ts';

export interface SealedFile {
  readonly path: string;
  readonly level: SealedLevel;
  /** Generations under which its data key is wrapped: one, or two where a rotation was interrupted. */
  readonly generations: readonly number[];
  readonly bytes: number;
}

/** What a store keeps has no ending: whether it is sealed is said by its first bytes. */
const unlessNamed =
  (path: string) =>
  (cause: unknown): null => {
    if (!path.endsWith(ending) && cause instanceof Failure && cause.code === 'sealed-malformed') return null;
    throw cause;
  };

/**
 * All sealed files below a folder.
 * @throws Failure `sealed-malformed` for a file that is named like one and is none; `sealed-folder-missing`
 */
export async function* sealedFilesIn(folder: string): AsyncGenerator<SealedFile> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new Failure('sealed-folder-missing', { folder }, { cause });
  });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const header = await headerOf(path).catch(unlessNamed(path));
    if (header === null) continue;
    const { level, keys } = header;
    const generations = keys.flatMap((key) => (key === null ? [] : [key.generation]));
    yield { path, level, generations, bytes: (await stat(path)).size };
  }
}

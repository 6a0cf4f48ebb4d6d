import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { bagFile, formatVersion, type References, references, referencesFile } from './format.ts';

/** What a bag of ours holds. */
export interface OurBag {
  /** Folders of its pictures, by name. */
  readonly folders: readonly string[];
  /** Ids of its pictures. */
  readonly ids: ReadonlySet<string>;
  readonly references: References;
}

const about = z.looseObject({ format: z.literal('benthanh-bag'), version: z.number() });

const json = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * Looks whether a bag is one of ours.
 * @param payload paths of its payload
 * @returns null for a bag of any other author
 * @throws Failure `bag-format-newer`; `bag-record-malformed` where it says that it is ours and cannot be read
 */
export const readOurBag = async (dir: string, payload: Iterable<string>): Promise<OurBag | null> => {
  const said = about.safeParse(await json(join(dir, bagFile)));
  if (!said.success) return null;
  if (said.data.version > formatVersion) throw new Failure('bag-format-newer', { version: said.data.version });
  const read = references.safeParse(await json(join(dir, referencesFile)));
  if (!read.success) throw new Failure('bag-record-malformed', {}, { cause: read.error });
  const folders = [...payload]
    .filter((path) => /^data\/pictures\/[^/]+\/[^/]+\/record\.json$/.test(path))
    .map(dirname)
    .sort();
  return { folders, ids: new Set(folders.map((folder) => basename(folder))), references: read.data };
};

import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { blaming } from '../blame.ts';
import { limits } from '../limits.ts';
import { checkpointPath, segmentPath } from '../paths.ts';
import { openPayload } from '../payload.ts';
import { countFiles } from './counts.ts';
import { joinLists, readList } from './file-lists.ts';
import { listName, manifestName } from './paths.ts';
import { readBounded } from './read-bounded.ts';
import type { ListedFile, MediumManifest } from './schemas.ts';
import { isUnfinished, walkMedium } from './walk-medium.ts';

/** A medium on which there lies what its signed manifest says. The bytes of its files are not read yet. */
export interface Medium {
  readonly root: string;
  readonly manifest: MediumManifest;
  /** SHA-256 of the payload of the manifest. */
  readonly hash: string;
  readonly files: ReadonlyMap<string, ListedFile>;
}

const readManifest = async (root: string, trust: readonly KeyObject[]) => {
  const bytes = await readBounded(join(root, manifestName), manifestName, limits.manifest * 2);
  if (bytes === null)
    throw new Failure((await isUnfinished(root)) ? 'medium-unfinished' : 'medium-missing', { folder: root });
  return blaming({ file: manifestName }, () => openPayload('medium', bytes, trust));
};

const readLists = async (root: string, { lists }: MediumManifest): Promise<ListedFile[][]> => {
  const all: ListedFile[][] = [];
  for (const [index, mark] of lists.entries()) {
    const file = listName(index + 1);
    const bytes = await readBounded(join(root, file), file, limits.list);
    if (bytes === null) throw new Failure('medium-incomplete', { file });
    all.push(blaming({ file }, () => readList(bytes, mark, index + 1)));
  }
  return all;
};

/** The numbers of the manifest are those of its files, and the segments are there one after another. */
const checkAgrees = (manifest: MediumManifest, files: ReadonlyMap<string, ListedFile>): void => {
  const { counts, from, to } = manifest;
  const counted = countFiles([...files.values()], counts.entries);
  const equal = Object.entries(counted).every(([name, count]) => counts[name as keyof typeof counts] === count);
  const first = to.segment - counts.segments + 1;
  const inRow = Array.from({ length: counts.segments }, (_, index) => files.has(segmentPath(first + index)));
  const begins = first === from.segment + 1 || (from.segment === 0 && first > 0);
  if (!(equal && inRow.every(Boolean) && begins && files.has(checkpointPath)))
    throw new Failure('medium-malformed', { file: manifestName });
};

/**
 * Opens a medium: signature of the manifest, hashes of its lists, and whether there lies what they name and nothing else.
 *
 * @throws Failure `medium-missing`, `medium-unfinished`, `medium-malformed`, `medium-foreign`, `medium-incomplete`,
 * `medium-changed`, `feed-signature-bad`, `feed-too-large`, …
 */
export const openMedium = async (root: string, trust: readonly KeyObject[]): Promise<Medium> => {
  const { value: manifest, hash } = await readManifest(root, trust);
  const files = joinLists(await readLists(root, manifest));
  checkAgrees(manifest, files);
  await walkMedium(root, manifest, files);
  return { root, manifest, hash, files };
};

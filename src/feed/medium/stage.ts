import { access, mkdir, readdir, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { sha256Of } from '../canonical.ts';
import { type OnStep, writeDurably } from '../durable.ts';
import { listSegments } from '../list-segments.ts';
import { checkpointPath, segmentPath } from '../paths.ts';
import type { Medium } from './open-medium.ts';
import { onMedium } from './paths.ts';
import { readBounded } from './read-bounded.ts';
import type { ListedFile } from './schemas.ts';

/** Folder within a feed in which a medium is laid out before anything of it counts. */
const incoming = 'incoming';

export const stagingOf = (medium: Medium): string => `${incoming}/${medium.hash}`;

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Is there from the first file that is moved into the feed until the last. */
const movingMark = `${incoming}/moving`;

export const beginMoving = (root: string, onStep: OnStep): Promise<void> =>
  writeDurably(root, movingMark, Buffer.alloc(0), onStep);

/**
 * Takes segments out again that a stopped import had moved into the feed: they lie beyond its checkpoint, and another
 * medium than theirs may come. They are copied anew.
 */
export const undoMoving = async (root: string, last: number): Promise<void> => {
  if (!(await isThere(join(root, movingMark)))) return;
  for (const number of await listSegments(root)) if (number > last) await unlink(join(root, segmentPath(number)));
};

/** What other media have left that did not come to their end. */
export const dropStages = async (root: string, keep: string | null): Promise<void> => {
  await mkdir(join(root, incoming), { recursive: true });
  for (const name of await readdir(join(root, incoming)))
    if (`${incoming}/${name}` !== keep) await rm(join(root, incoming, name), { recursive: true, force: true });
};

const holds = (bytes: Uint8Array | null, { bytes: size, sha256 }: ListedFile): bytes is Uint8Array =>
  bytes !== null && bytes.length === size && sha256Of(bytes) === sha256;

export interface Staging {
  readonly medium: Medium;
  /** The folder of the feed. */
  readonly root: string;
  readonly onStep: OnStep;
  readonly onProgress: (done: number, of: number) => void;
}

/**
 * Copies one file and checks the very bytes that are kept: a medium may give others at the next reading.
 *
 * @throws Failure `medium-changed`, `medium-incomplete`
 */
const stageFile = async ({ medium, root, onStep }: Staging, listed: ListedFile): Promise<void> => {
  const staged = `${stagingOf(medium)}/${listed.path}`;
  const earlier = await readBounded(join(root, staged), staged, listed.bytes).catch(() => null);
  if (holds(earlier, listed)) return;
  const file = onMedium(listed.path);
  const bytes = await readBounded(join(medium.root, file), file, listed.bytes);
  if (bytes === null) throw new Failure('medium-incomplete', { file });
  if (!holds(bytes, listed)) throw new Failure('medium-changed', { file });
  await writeDurably(root, staged, bytes, onStep);
};

/**
 * Lays out what is not here yet, beside the feed. Stopped, it goes on where it was.
 *
 * @returns paths of what is laid out, as they are in the feed
 */
export const stageAll = async (staging: Staging): Promise<string[]> => {
  const { medium, root, onProgress } = staging;
  const staged: string[] = [];
  let done = 0;
  for (const listed of medium.files.values()) {
    if (listed.path === checkpointPath || !(await isThere(join(root, listed.path)))) {
      await stageFile(staging, listed);
      staged.push(listed.path);
    }
    done += 1;
    onProgress(done, medium.files.size);
  }
  return staged;
};

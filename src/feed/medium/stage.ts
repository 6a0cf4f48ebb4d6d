import { access, mkdir, readdir, readFile, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { blaming } from '../blame.ts';
import { sha256Of } from '../canonical.ts';
import { peekEnvelope } from '../dsse.ts';
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

/** @throws Failure `medium-changed`, `medium-incomplete` */
const readListed = async (medium: Medium, listed: ListedFile): Promise<Uint8Array> => {
  const file = onMedium(listed.path);
  const bytes = await readBounded(join(medium.root, file), file, listed.bytes);
  if (bytes === null) throw new Failure('medium-incomplete', { file });
  if (!holds(bytes, listed)) throw new Failure('medium-changed', { file });
  return bytes;
};

/**
 * Copies one file and checks the very bytes that are kept: a medium may give others at the next reading.
 *
 * @throws Failure `medium-changed`, `medium-incomplete`
 */
const stageFile = async ({ medium, root, onStep }: Staging, listed: ListedFile): Promise<void> => {
  const staged = `${stagingOf(medium)}/${listed.path}`;
  const earlier = await readBounded(join(root, staged), staged, listed.bytes).catch(() => null);
  if (holds(earlier, listed)) return;
  await writeDurably(root, staged, await readListed(medium, listed), onStep);
};

/**
 * Whether the medium brings what is here already, the same payload, under another key’s signature.
 *
 * @throws Failure `medium-changed`, `medium-incomplete` where it does not bring what its list says
 */
const isSignedAnew = async (staging: Staging, listed: ListedFile): Promise<boolean> => {
  const { path, sha256 } = listed;
  if (path.startsWith('blobs/')) return false;
  const own = await readFile(join(staging.root, path));
  if (sha256Of(own) === sha256) return false;
  const arrived = await readListed(staging.medium, listed);
  return blaming({ file: path }, () => peekEnvelope(own).payload.equals(peekEnvelope(arrived).payload));
};

/**
 * Lays out what is not here yet, or is here under another key’s signature alone, beside the feed. Stopped, it goes on where it was.
 *
 * @returns paths of what is laid out, as they are in the feed
 */
export const stageAll = async (staging: Staging): Promise<string[]> => {
  const { medium, root, onProgress } = staging;
  const staged: string[] = [];
  let done = 0;
  for (const listed of medium.files.values()) {
    const isNew = listed.path === checkpointPath || !(await isThere(join(root, listed.path)));
    if (isNew || (await isSignedAnew(staging, listed))) {
      await stageFile(staging, listed);
      staged.push(listed.path);
    }
    done += 1;
    onProgress(done, medium.files.size);
  }
  return staged;
};

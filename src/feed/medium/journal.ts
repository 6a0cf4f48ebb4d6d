import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { instant, sha256 } from '#record/common.ts';
import { canonicalBytes } from '../canonical.ts';
import { feedId, snapshotId } from '../schemas.ts';

const count = z.int().nonnegative();
const name = z.string().regex(/^[0-9a-f]{32}$/);
const about = { at: instant, feed: feedId, medium: name, manifest: sha256 };

const line = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('exported'), ...about, from: count, to: count, files: count, bytes: count }),
  z.strictObject({ act: z.literal('imported'), ...about, from: count, to: count, files: count, bytes: count }),
  z.strictObject({ act: z.literal('resigned'), at: instant, feed: feedId, from: sha256, to: sha256 }),
  z.strictObject({ act: z.literal('refused'), at: instant, folder: z.string(), code: z.string() }),
  z.strictObject({
    act: z.literal('arrived'),
    ...about,
    to: count,
    snapshot: snapshotId.nullable(),
    attest: count,
    arrivedAt: instant,
  }),
]);
/** One act with a medium, or a new key of the gate. Numbers are those of entries of the feed. */
export type JournalLine = z.infer<typeof line>;

const fileIn = (dir: string): string => join(dir, 'journal.ndjson');

/** Appends a line, on the disk when the promise is fulfilled. A line that a power cut left torn stays one by itself. */
export const appendLine = async (dir: string, entry: JournalLine): Promise<void> => {
  await mkdir(dir, { recursive: true });
  const before = await readFile(fileIn(dir), 'utf8').catch(() => '');
  const torn = before !== '' && !before.endsWith('\n');
  const handle = await open(fileIn(dir), 'a', 0o640);
  try {
    await handle.writeFile(`${torn ? '\n' : ''}${canonicalBytes(line.parse(entry)).toString('utf8')}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const parsed = (text: string): JournalLine[] => {
  try {
    const { data } = line.safeParse(JSON.parse(text));
    return data === undefined ? [] : [data];
  } catch {
    return [];
  }
};

/** All lines, the oldest first; what is torn is passed over. */
export const readLines = async (dir: string): Promise<JournalLine[]> =>
  (await readFile(fileIn(dir), 'utf8').catch(() => '')).split('\n').flatMap(parsed);

import { randomBytes } from 'node:crypto';
import { writeDurably } from './durable.ts';
import { groupEntries } from './group-entries.ts';
import { snapshotPath } from './paths.ts';
import { sealPayload } from './payload.ts';
import { readEntries } from './read-entries.ts';
import type { FeedReader } from './reader.ts';
import { type Checkpoint, type Entry, feedVersion, type SnapshotMark, type SnapshotPartPayload } from './schemas.ts';
import { subjectOf } from './subject-of.ts';
import type { WriterState } from './writer-state.ts';

/** The last entry of every document. Two passes: the first keeps a number for each document, the second passes entries on. */
async function* lastEntries(reader: FeedReader, checkpoint: Checkpoint): AsyncGenerator<Entry, void, undefined> {
  const last = new Map<string, number>();
  for await (const { seq, change } of readEntries(reader, checkpoint)) last.set(subjectOf(change), seq);
  for await (const entry of readEntries(reader, checkpoint)) {
    if (last.get(subjectOf(entry.change)) === entry.seq) yield entry;
  }
}

/**
 * Writes a snapshot of the feed as it stands at a checkpoint: parts chained like segments. Nobody sees it before a
 * checkpoint names it.
 *
 * @returns What the checkpoint must say of it; null for an empty feed.
 */
export const writeParts = async (
  { root, key, reader, onStep }: Pick<WriterState, 'root' | 'key' | 'reader' | 'onStep'>,
  checkpoint: Checkpoint,
  issuedAt: string,
): Promise<SnapshotMark | null> => {
  const { feed, segment, seq, head } = checkpoint;
  const id = `${String(segment).padStart(6, '0')}-${randomBytes(4).toString('hex')}`;
  let part = 0;
  let entries = 0;
  let last: string | null = null;
  for await (const group of groupEntries(lastEntries(reader, checkpoint))) {
    part += 1;
    entries += group.length;
    const value: SnapshotPartPayload = {
      version: feedVersion,
      feed,
      snapshot: id,
      part,
      previous: last,
      entries: group,
    };
    const sealed = sealPayload('snapshot', value, key);
    await writeDurably(root, snapshotPath(id, part), sealed.file, onStep);
    last = sealed.hash;
  }
  return last === null ? null : { id, segment, seq, head, parts: part, entries, last, issuedAt };
};

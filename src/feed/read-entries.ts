import { origin, positionAt } from './position.ts';
import type { FeedReader } from './reader.ts';
import type { Checkpoint, Entry } from './schemas.ts';

/**
 * All entries that together make the state at the checkpoint, in order, one file in memory at a time: the snapshot where
 * there is one and the segments after it, else every segment. The last entry of a document is its state.
 */
export async function* readEntries(reader: FeedReader, checkpoint: Checkpoint): AsyncGenerator<Entry, void, undefined> {
  const { snapshot } = checkpoint;
  for await (const part of reader.snapshot(checkpoint) ?? []) yield* part.entries;
  const start = snapshot === null ? origin : positionAt(checkpoint, snapshot);
  for await (const segment of reader.segments(start, checkpoint)) yield* segment.entries;
}

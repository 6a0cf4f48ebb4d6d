import { Failure } from '#errors/failure.ts';
import { blaming } from './blame.ts';
import { canonicalBytes } from './canonical.ts';
import { limits } from './limits.ts';
import type { Entry } from './schemas.ts';

/** Bytes of a payload around its entries, generously. */
const frame = 1024;

const sizeOf = (entry: Entry): number => {
  const file = `entry ${entry.seq}`;
  const bytes = blaming({ file }, () => canonicalBytes(entry)).length + 1;
  if (bytes + frame > limits.payload) {
    throw new Failure('feed-too-large', { file, seq: entry.seq, bytes, max: limits.payload - frame });
  }
  return bytes;
};

/**
 * Groups entries so that each group fits one segment or part, keeping one group in memory.
 *
 * @throws Failure `feed-too-large` when a single entry fits none.
 */
export async function* groupEntries(
  entries: Iterable<Entry> | AsyncIterable<Entry>,
): AsyncGenerator<Entry[], void, undefined> {
  let group: Entry[] = [];
  let size = frame;
  for await (const entry of entries) {
    const bytes = sizeOf(entry);
    if (group.length === limits.entries || size + bytes > limits.payload) {
      yield group;
      group = [];
      size = frame;
    }
    group.push(entry);
    size += bytes;
  }
  if (group.length > 0) yield group;
}

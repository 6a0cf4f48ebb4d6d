import { Failure } from '#errors/failure.ts';
import type { AuditEntry } from './entry.ts';
import { readLines } from './read-lines.ts';
import { readStored } from './removed.ts';
import { openTreeReader } from './tree-file.ts';

/**
 * The entries of a log up to a line, whose content is there: each held against the one before it and against the tree while it is read,
 * for whoever has checked the whole log a moment ago and hands it on now.
 *
 * @throws Failure `audit-log-damaged` at the first line that is not what it was then
 */
export async function* soundEntries(dir: string, upTo: number): AsyncGenerator<AuditEntry> {
  using tree = openTreeReader(dir);
  let [expected, link]: [number, string | null] = [1, null];
  for await (const { place, bytes } of readLines(dir)) {
    if (expected > upTo) return;
    const { stored, leaf, link: own } = soundAt(dir, expected, bytes);
    const follows = 'removed' in stored || stored.previous === link;
    const known = tree.leaf(expected - 1);
    const isSound = place === expected && stored.n === expected && follows && known?.compare(leaf) === 0;
    if (!isSound) throw new Failure('audit-log-damaged', { folder: dir, line: expected });
    if (!('removed' in stored)) yield stored;
    [expected, link] = [expected + 1, own];
  }
  if (expected <= upTo) throw new Failure('audit-log-damaged', { folder: dir, line: expected });
}

const soundAt = (dir: string, line: number, bytes: Buffer) => {
  try {
    return readStored(bytes);
  } catch (cause) {
    throw new Failure('audit-log-damaged', { folder: dir, line }, { cause });
  }
};

import { closeSync, fsyncSync, mkdirSync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '#errors/failure.ts';
import { type AuditEntry, type EntryContent, entryBytes } from './entry.ts';
import { type Hash, leafHash, linkOf } from './hashes.ts';
import { fileOf, lineFiles, linesPath } from './paths.ts';
import { readLines } from './read-lines.ts';
import { type RemovedLine, readStored, type Stored } from './removed.ts';
import { placeOf } from './stored-hashes.ts';
import { rootOf } from './tree.ts';
import { openTreeWriter, type TreeWriter } from './tree-file.ts';

/**
 * The only writer of a log. Each append is durable when it returns; after one that throws the writer is to be opened anew,
 * which clears what was written in part.
 */
export interface LogWriter extends Disposable {
  /** Entries in the log. */
  readonly size: number;
  /** SHA-256 of the last entry in hex; null in an empty log. */
  readonly head: string | null;
  /** Root of the tree over the first `size` entries, all where nothing is said. */
  root(size?: number): Hash;
  readonly tree: Pick<TreeWriter, 'read'>;
  append(contents: readonly EntryContent[]): void;
  /** Entries after the first `after`, or what stays of them, as they stand on the disk. */
  entries(after: number): AsyncIterable<AuditEntry | RemovedLine>;
}

const damaged = (dir: string, line: number, cause?: unknown) =>
  new Failure('audit-log-damaged', { folder: dir, line }, { cause });

/** What an interrupted write left of a line is no line: it was never said to be kept. */
const cutTornLine = async (dir: string): Promise<void> => {
  const last = (await lineFiles(dir)).at(-1);
  if (last === undefined) return;
  const path = linesPath(dir, last);
  const bytes = await readFile(path);
  const end = bytes.lastIndexOf(10) + 1;
  if (end < bytes.length) truncateSync(path, end);
};

interface Found {
  head: string | null;
  /** Leaves of entries of which the tree does not know yet. */
  readonly fresh: Hash[];
}

/** Looks at the last entry that the tree knows and at those after it: an interrupted append stops between lines and tree. */
const lookAtEnd = async (dir: string, size: number, known: (index: number) => Hash): Promise<Found> => {
  const found: Found = { head: null, fresh: [] };
  let expected = Math.max(size, 1);
  for await (const { place, bytes } of readLines(dir, Math.max(size - 1, 0))) {
    if (place !== expected) throw damaged(dir, expected);
    const { stored, leaf, link } = readStoredAt(dir, place, bytes);
    // A line is removed long after the tree knows of it
    if (place > size && ('removed' in stored || stored.previous !== found.head)) throw damaged(dir, place);
    if (place > size) found.fresh.push(leaf);
    else if (leaf.compare(known(place - 1)) !== 0) throw damaged(dir, place);
    found.head = link;
    expected += 1;
  }
  if (expected <= size) throw damaged(dir, expected);
  return found;
};

const readStoredAt = (dir: string, place: number, bytes: Buffer): Stored => {
  try {
    const read = readStored(bytes);
    if (read.stored.n === place) return read;
  } catch (cause) {
    throw damaged(dir, place, cause);
  }
  throw damaged(dir, place);
};

const writeLines = (dir: string, first: number, lines: readonly Buffer[]): void => {
  for (const [file, group] of Map.groupBy(lines.entries(), ([index]) => fileOf(first + index))) {
    const handle = openSync(linesPath(dir, file), 'a', 0o640);
    try {
      writeFileSync(handle, Buffer.concat(group.flatMap(([, bytes]) => [bytes, Buffer.from('\n')])));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
};

async function* entriesOf(dir: string, after: number): AsyncGenerator<AuditEntry | RemovedLine> {
  for await (const { place, bytes } of readLines(dir, after)) yield readStoredAt(dir, place, bytes).stored;
}

const writerOf = (dir: string, tree: TreeWriter, end: string | null): LogWriter => {
  let head = end;
  return {
    get size() {
      return tree.size;
    },
    get head() {
      return head;
    },
    root: (size = tree.size) => rootOf(size, tree.read),
    tree,
    append: (contents) => {
      const lines: Buffer[] = [];
      let link = head;
      for (const [index, content] of contents.entries()) {
        const bytes = entryBytes(content, tree.size + index + 1, link);
        lines.push(bytes);
        link = linkOf(bytes);
      }
      writeLines(dir, tree.size + 1, lines);
      tree.add(lines.map(leafHash));
      head = link;
    },
    entries: (after) => entriesOf(dir, after),
    [Symbol.dispose]: () => tree[Symbol.dispose](),
  };
};

/**
 * Opens a log for writing; begins one where there is none. The caller sees to it that there is one writer.
 * @throws Failure `audit-log-damaged` when lines and tree contradict each other at their end: nothing is appended to that
 */
export const openLogWriter = async (dir: string): Promise<LogWriter> => {
  mkdirSync(join(dir, 'lines'), { recursive: true, mode: 0o750 });
  await cutTornLine(dir);
  const tree = openTreeWriter(dir);
  try {
    const { head, fresh } = await lookAtEnd(dir, tree.size, (index) => tree.read(placeOf(0, index)));
    if (fresh.length > 0) tree.add(fresh);
    return writerOf(dir, tree, head);
  } catch (cause) {
    tree[Symbol.dispose]();
    throw cause;
  }
};

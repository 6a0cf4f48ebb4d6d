import { type AuditEntry, readEntry } from './entry.ts';
import { openFrontier } from './frontier.ts';
import { type Hash, leafHash, linkOf } from './hashes.ts';
import { readLines } from './read-lines.ts';
import { openTreeReader, type TreeReader } from './tree-file.ts';

/** What is wrong with a line: it says something else, is gone, was put in between, or stands in another’s place. */
export type FaultKind = 'changed' | 'removed' | 'added' | 'moved';

/** The first line that is wrong, by its number. */
export interface LogFault {
  readonly kind: FaultKind;
  readonly line: number;
}

/** A signed word that the log had this root when it had this size. */
export interface KnownRoot {
  readonly size: number;
  readonly root: string;
}

export interface LogReport<T extends KnownRoot> {
  /** Lines that are as they were written. */
  readonly size: number;
  readonly root: string;
  readonly fault: LogFault | null;
  /** The first of the known roots that the log does not have, where no single line is wrong: its lines were all written anew. */
  readonly contradicted: T | null;
  /** Lines up to which the log has the roots that others hold: a line after them is the first that was written anew. */
  readonly agreed: number;
}

export interface VerifyOptions<T extends KnownRoot> {
  readonly dir: string;
  /** Roots that others hold, in any order. */
  readonly known: readonly T[];
  /** Called for every sound entry, in order; false ends the check. */
  readonly each?: (entry: AuditEntry) => Promise<boolean> | boolean;
}

interface Look {
  readonly bytes: Buffer;
  readonly leaf: Hash;
}

const equal = (one: Hash | null | undefined, other: Hash | null | undefined): boolean =>
  one !== null && one !== undefined && other !== null && other !== undefined && one.compare(other) === 0;

/** What happened to the line at this place, told from what stands there and behind it, and from the tree. */
const kindAt = (place: number, here: Look, next: Look | undefined, tree: TreeReader): FaultKind => {
  const [own, following] = [tree.leaf(place - 1), tree.leaf(place)];
  if (own === null) return 'added';
  if (equal(next?.leaf, own)) return equal(here.leaf, following) ? 'moved' : 'added';
  if (equal(here.leaf, following)) return 'removed';
  return 'changed';
};

const soundEntry = ({ bytes }: Look, place: number, link: string | null): AuditEntry | null => {
  try {
    const entry = readEntry(bytes);
    return entry.n === place && entry.previous === link ? entry : null;
  } catch {
    return null;
  }
};

/** Each line together with the one behind it. */
async function* withNext(dir: string): AsyncGenerator<[Look & { place: number }, Look | undefined]> {
  let held: (Look & { place: number }) | undefined;
  for await (const { place, bytes } of readLines(dir)) {
    const look = { place, bytes, leaf: leafHash(bytes) };
    if (held) yield [held, look];
    held = look;
  }
  if (held) yield [held, undefined];
}

/** Whether the known roots of this size are what the log has; the first that is not. */
const contradiction = <T extends KnownRoot>(
  known: ReadonlyMap<number, readonly T[]>,
  size: number,
  root: () => Hash,
) => {
  const here = known.get(size);
  if (!here) return null;
  const own = root().toString('hex');
  return here.find((each) => each.root !== own) ?? null;
};

/**
 * Reads a whole log in the memory of some lines and tells the first that is not what was written: by the chain of the lines, by
 * the tree beside them, and by roots that others hold.
 */
export async function verifyLog<T extends KnownRoot>({ dir, known, each }: VerifyOptions<T>): Promise<LogReport<T>> {
  using tree = openTreeReader(dir);
  const bySize = Map.groupBy(known, ({ size }) => size);
  const frontier = openFrontier();
  let link: string | null = null;
  let agreed = 0;
  const report = (fault: LogFault | null, contradicted: T | null = null): LogReport<T> => ({
    ...{ size: frontier.size, root: frontier.root().toString('hex'), fault, contradicted, agreed },
  });
  for await (const [here, next] of withNext(dir)) {
    const place = frontier.size + 1;
    const stored = tree.leaf(place - 1);
    if (here.place !== place) return report({ kind: 'removed', line: place });
    const entry = soundEntry(here, place, link);
    if (!entry || (stored && !equal(stored, here.leaf)))
      return report({ kind: kindAt(place, here, next, tree), line: place });
    frontier.add(here.leaf);
    link = linkOf(here.bytes);
    const contradicted = contradiction(bySize, frontier.size, frontier.root);
    if (contradicted) return report(null, contradicted);
    if (bySize.has(frontier.size)) agreed = frontier.size;
    if (each && !(await each(entry))) return report(null);
  }
  const longest = Math.max(tree.size, ...known.map(({ size }) => size));
  return report(frontier.size < longest ? { kind: 'removed', line: frontier.size + 1 } : null);
}

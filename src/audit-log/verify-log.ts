import type { AuditEntry } from './entry.ts';
import { openFrontier } from './frontier.ts';
import { type Hash, leafHash } from './hashes.ts';
import type { KnownRemoval } from './known-removal.ts';
import { readLines } from './read-lines.ts';
import { type Borne, openRemovalCheck, type RemovalCheck } from './removal-check.ts';
import { isRemoved, type RemovedLine, readStored, type Stored } from './removed.ts';
import { openTreeReader, type TreeReader } from './tree-file.ts';

/**
 * What is wrong with a line: it says something else, is gone, was put in between, stands in another’s place, or has lost its
 * content and no record says by whose word.
 */
export type FaultKind = 'changed' | 'removed' | 'added' | 'moved' | 'unrecorded';

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
  /** Removals that the log bears, with the lines of which only the hashes stay. */
  readonly removed: readonly Borne[];
}

export interface VerifyOptions<T extends KnownRoot> {
  readonly dir: string;
  /** Roots that others hold, in any order. */
  readonly known: readonly T[];
  /** What signed records say was removed; whoever calls has looked at their signatures. */
  readonly removals?: readonly KnownRemoval[];
  /** Called for every sound entry, in order; false ends the check. */
  readonly each?: (entry: AuditEntry) => Promise<boolean> | boolean;
  /** The same for what stays of an entry. */
  readonly eachRemoved?: (line: RemovedLine) => Promise<boolean> | boolean;
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

const sound = ({ bytes }: Look, place: number, link: string | null): Stored | null => {
  try {
    const read = readStored(bytes);
    const follows = 'removed' in read.stored || read.stored.previous === link;
    return read.stored.n === place && follows ? read : null;
  } catch {
    return null;
  }
};

/** By what the tree knows a line, whatever it says of itself. */
const leafOf = (bytes: Buffer): Hash => {
  if (!isRemoved(bytes)) return leafHash(bytes);
  try {
    return readStored(bytes).leaf;
  } catch {
    return leafHash(bytes);
  }
};

/** Each line together with the one behind it. */
async function* withNext(dir: string): AsyncGenerator<[Look & { place: number }, Look | undefined]> {
  let held: (Look & { place: number }) | undefined;
  for await (const { place, bytes } of readLines(dir)) {
    const look = { place, bytes, leaf: leafOf(bytes) };
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

/** Gives what was read to whoever wants it; null: a removed line of which no record tells. */
const told = async <T extends KnownRoot>(
  { stored }: Stored,
  bytes: Buffer,
  check: RemovalCheck,
  { each, eachRemoved }: VerifyOptions<T>,
): Promise<boolean | null> => {
  if ('removed' in stored) return check.takeRemoved(stored, bytes) ? ((await eachRemoved?.(stored)) ?? true) : null;
  check.takeEntry(stored, bytes);
  return (await each?.(stored)) ?? true;
};

/**
 * Reads a whole log in the memory of some lines and tells the first that is not what was written: by the chain of the lines, by
 * the tree beside them, by roots that others hold, and by the records of what was removed.
 */
export async function verifyLog<T extends KnownRoot>(options: VerifyOptions<T>): Promise<LogReport<T>> {
  const { dir, known, removals = [] } = options;
  using tree = openTreeReader(dir);
  const bySize = Map.groupBy(known, ({ size }) => size);
  const frontier = openFrontier();
  const check = openRemovalCheck(removals);
  let link: string | null = null;
  let agreed = 0;
  const report = (fault: LogFault | null, contradicted: T | null = null, removed: readonly Borne[] = []) => ({
    ...{ size: frontier.size, root: frontier.root().toString('hex'), fault, contradicted, agreed, removed },
  });
  for await (const [here, next] of withNext(dir)) {
    const place = frontier.size + 1;
    const leaf = tree.leaf(place - 1);
    if (here.place !== place) return report({ kind: 'removed', line: place });
    const read = sound(here, place, link);
    if (!read || (leaf && !equal(leaf, here.leaf)))
      return report({ kind: kindAt(place, here, next, tree), line: place });
    const goesOn = await told(read, here.bytes, check, options);
    if (goesOn === null) return report({ kind: 'unrecorded', line: place });
    frontier.add(here.leaf);
    link = read.link;
    const contradicted = contradiction(bySize, frontier.size, frontier.root);
    if (contradicted) return report(null, contradicted);
    if (bySize.has(frontier.size)) agreed = frontier.size;
    if (!goesOn) return report(null);
  }
  const longest = Math.max(tree.size, ...known.map(({ size }) => size));
  if (frontier.size < longest) return report({ kind: 'removed', line: frontier.size + 1 });
  const { borne, fault } = check.end();
  return report(fault, null, borne);
}

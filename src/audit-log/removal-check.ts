import type { AuditEntry } from './entry.ts';
import { holdsPlace, type KnownRemoval, removalDigest } from './known-removal.ts';
import { type RemovedLine, removedBytes } from './removed.ts';

/** A removal that a log bears, and how many lines of it have only hashes by now. */
export interface Borne {
  readonly number: number;
  readonly lines: number;
}

/** The first line that is gone otherwise than a record says. */
export interface Unrecorded {
  readonly line: number;
  readonly kind: 'unrecorded' | 'changed';
}

interface Seen {
  readonly known: KnownRemoval;
  readonly digest: ReturnType<typeof removalDigest>;
  /** Lines that the record names, and of them those whose content is gone. */
  named: number;
  gone: number;
  firstGone: number;
  isEntered: boolean;
}

/** Holds what was removed against the records, while a log is read from its first line to its last. */
export interface RemovalCheck {
  /** Whether a record tells of this line; what stays of it is kept for the end. */
  takeRemoved(line: RemovedLine, bytes: Buffer): boolean;
  /** An entry that is there: named by a record that is not carried out yet, or telling of one. */
  takeEntry(entry: AuditEntry, bytes: Buffer): void;
  /** Once the log is over. */
  end(): { readonly borne: readonly Borne[]; readonly fault: Unrecorded | null };
}

const firstOf = ({ places }: KnownRemoval): number => places[0]?.[0] ?? 1;

const faultOf = (seen: Seen): Unrecorded | null => {
  const { known, named, gone, firstGone, isEntered } = seen;
  if (gone > 0 && !isEntered) return { kind: 'unrecorded', line: firstGone };
  if (isEntered && (named !== known.lines || seen.digest.hex() !== known.digest))
    return { kind: 'changed', line: firstOf(known) };
  return null;
};

export const openRemovalCheck = (removals: readonly KnownRemoval[]): RemovalCheck => {
  const all = removals.map((known): Seen => {
    return { known, digest: removalDigest(), named: 0, gone: 0, firstGone: 0, isEntered: false };
  });
  const byNumber = new Map(all.map((seen) => [seen.known.number, seen]));
  let missing: Unrecorded | null = null;

  const enter = ({ number, record, lines }: { number: number; record: string; lines: number }, place: number): void => {
    const seen = byNumber.get(number);
    if (seen?.known.record === record && seen.known.lines === lines) seen.isEntered = true;
    else missing ??= { kind: 'unrecorded', line: place };
  };

  return {
    takeRemoved: ({ n, removed }, bytes) => {
      const seen = byNumber.get(removed.by);
      if (!seen || !holdsPlace(seen.known.places, n)) return false;
      if (seen.gone === 0) seen.firstGone = n;
      seen.gone += 1;
      seen.named += 1;
      seen.digest.add(bytes);
      return true;
    },
    takeEntry: (entry, bytes) => {
      if ('removal' in entry) return enter(entry.removal, entry.n);
      for (const seen of all) {
        if (!('line' in entry) || !holdsPlace(seen.known.places, entry.n)) continue;
        seen.named += 1;
        seen.digest.add(removedBytes(bytes, seen.known.number));
      }
    },
    end: () => {
      const faults = all.flatMap((seen) => faultOf(seen) ?? []);
      const [first] = [...faults, ...(missing ? [missing] : [])].sort((one, other) => one.line - other.line);
      const borne = all
        .filter(({ gone }) => gone > 0)
        .map(({ known, gone }) => ({ number: known.number, lines: gone }));
      return { borne, fault: first ?? null };
    },
  };
};

import type { AuditEntry } from '#audit-log/entry.ts';
import { kindOfLine, type RetentionKind } from '../../legal/retention.ts';

/** Which entries of the log somebody asks for; null: whatever it is. */
export interface Choice {
  /** From this instant on. */
  readonly since: Date | null;
  /** Before this instant. */
  readonly before: Date | null;
  /** Id of the person who acted, or whose account the line is about: a log-in that failed has no other name. */
  readonly person: string | null;
  /** Kinds of lines; null: all. */
  readonly kinds?: readonly RetentionKind[] | null;
}

const instantOf = (entry: AuditEntry): string => {
  if ('line' in entry) return entry.line.at;
  return 'gap' in entry ? entry.gap.noticedAt : entry.removal.at;
};

const isAbout = (entry: AuditEntry, person: string): boolean =>
  'line' in entry &&
  (entry.line.actor === person || (entry.line.collection === 'users' && entry.line.documentId === person));

/**
 * Whether an entry is among those that are asked for. Lines that are missing, and that some were removed, are told to whoever asks
 * for a time, of whomever and of what they were.
 */
export const isChosen = (entry: AuditEntry, { since, before, person, kinds = null }: Choice): boolean => {
  const at = instantOf(entry);
  if (since !== null && at < since.toISOString()) return false;
  if (before !== null && at >= before.toISOString()) return false;
  if (!('line' in entry)) return true;
  return (person === null || isAbout(entry, person)) && (kinds === null || kinds.includes(kindOfLine(entry.line)));
};

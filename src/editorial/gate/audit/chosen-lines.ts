import type { AuditEntry } from '#audit-log/entry.ts';

/** Which entries of the log somebody asks for; null: whatever it is. */
export interface Choice {
  /** From this instant on. */
  readonly since: Date | null;
  /** Before this instant. */
  readonly before: Date | null;
  /** Id of the person who acted, or whose account the line is about: a log-in that failed has no other name. */
  readonly person: string | null;
}

const instantOf = (entry: AuditEntry): string => ('line' in entry ? entry.line.at : entry.gap.noticedAt);

const isAbout = (entry: AuditEntry, person: string): boolean =>
  'line' in entry &&
  (entry.line.actor === person || (entry.line.collection === 'users' && entry.line.documentId === person));

/** Whether an entry is among those that are asked for. Lines that are missing are told to whoever asks for a time, of whomever they were. */
export const isChosen = (entry: AuditEntry, { since, before, person }: Choice): boolean => {
  const at = instantOf(entry);
  if (since !== null && at < since.toISOString()) return false;
  if (before !== null && at >= before.toISOString()) return false;
  return person === null || 'gap' in entry || isAbout(entry, person);
};

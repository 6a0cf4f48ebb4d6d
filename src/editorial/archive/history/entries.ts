import { type Clearance, isLevel, rankOf } from '#access/level.ts';
import type { Description, Person, PictureHistory } from '../bag/format.ts';
import type { Deletion } from '../deletion/deletions.ts';
import type { Hold } from '../deletion/holds.ts';

/** What a save changed, in one field. Values of a field that all languages share stand under no language. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One thing that happened to a picture. */
export interface HistoryEntry {
  readonly at: string;
  readonly kind: 'intake' | 'derivation' | 'albums' | 'save' | 'act' | 'marking' | 'deletion' | 'hold' | 'same-bytes';
  readonly by: Person | null;
  /** Of an act, deletion or hold: what was done. */
  readonly action?: string;
  /** Of a save; null where the picture was then more confidential than the reader may know of. */
  readonly changes?: readonly FieldChange[] | null;
  readonly revision?: number;
  readonly reason?: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** The level that held at a moment, by the history of the marking; undefined before there was any. */
export const levelAt = (steps: PictureHistory['marking'], at: string): string | undefined =>
  steps.filter((step) => step.at !== null && step.at <= at).at(-1)?.to ?? steps[0]?.to ?? undefined;

const withinReach = (level: string | undefined, clearance: Clearance): boolean =>
  isLevel(level) && rankOf(level) <= rankOf(clearance);

/** Nothing was there and nothing is: a record that begins says so of most of its fields. */
const isBlank = (value: unknown): boolean =>
  value === null || value === '' || value === false || (typeof value === 'object' && Object.keys(value).length === 0);

const changesOf = (before: Description | null, after: Description, changed: readonly string[]): FieldChange[] =>
  changed
    .map((field) => ({
      field,
      before: before?.[field as keyof Description] ?? null,
      after: after[field as keyof Description] ?? null,
    }))
    .filter((change) => !isBlank(change.before) || !isBlank(change.after));

/** Saves with what each changed. The oldest that is kept has all that was there as its change. */
const savesIn = ({ versions, marking }: PictureHistory, { clearance, hidden }: Told): HistoryEntry[] =>
  versions.map(({ at, revision, changed, description, by }, index) => {
    const before = versions[index - 1];
    const isKnown = [at, ...(before ? [before.at] : [])].every((moment) =>
      withinReach(levelAt(marking, moment), clearance),
    );
    const seen = changed.filter((field) => !hidden.has(field));
    const changes = isKnown ? changesOf(before?.description ?? null, description, seen) : null;

    return { at, kind: 'save', by, revision, changes };
  });

const person = (id: string | null, name: string | null): Person | null => (id === null ? null : { id, name });

const actOfDecision = {
  withdrawn: 'withdraw-deletion',
  confirmed: 'delete',
  leaving: 'delete',
  done: 'delete',
} as const;

const deletionsIn = (deletions: readonly Deletion[]): HistoryEntry[] =>
  deletions.flatMap((one) => {
    const asked = { at: one.askedAt, by: person(one.askedBy, one.askedName), reason: one.reason };
    const entries: HistoryEntry[] = [{ kind: 'deletion', action: 'ask-deletion', ...asked }];
    if (one.state === 'asked' || one.decidedAt === null) return entries;
    const by = person(one.decidedBy, one.decidedName);
    const action = actOfDecision[one.state];
    return [...entries, { kind: 'deletion', action, at: one.decidedAt, by, reason: one.decidedWhy }];
  });

const holdsIn = (holds: readonly Hold[]): HistoryEntry[] =>
  holds.flatMap((one) => {
    const set = { at: one.setAt, by: person(one.setBy, one.setName), reason: one.reason };
    const entries: HistoryEntry[] = [{ kind: 'hold', action: 'hold', ...set }];
    if (one.liftedAt === null) return entries;
    const by = person(one.liftedBy, one.liftedName);
    return [...entries, { kind: 'hold', action: 'lift-hold', at: one.liftedAt, by, reason: one.liftedWhy }];
  });

/** Told by the records of deletions and holds, with their reasons. */
const toldElsewhere = new Set(['ask-deletion', 'withdraw-deletion', 'hold', 'lift-hold', 'raise', 'lower', 'create']);

export interface Told {
  readonly history: PictureHistory;
  readonly deletions: readonly Deletion[];
  readonly holds: readonly Hold[];
  /** Deletions of other pictures that had the same bytes, as far as the reader may know of them. */
  readonly sameBytes: readonly Deletion[];
  readonly clearance: Clearance;
  /** Fields that the reader may not see in any picture. */
  readonly hidden: ReadonlySet<string>;
}

/** Everything that happened to a picture, the newest first. */
export const entriesOf = (told: Told): HistoryEntry[] => {
  const { history, deletions, holds, sameBytes } = told;
  const all: HistoryEntry[] = [
    ...history.kept.map(({ at, kind, by, facts }) => ({ at, kind, by, facts })),
    ...savesIn(history, told),
    ...history.acts
      .filter(({ action }) => !toldElsewhere.has(action))
      .map(({ at, action, by }) => ({ at, kind: 'act' as const, action, by })),
    ...history.marking.flatMap(({ at, by, from, to, basis }) =>
      at === null || from === null ? [] : [{ at, kind: 'marking' as const, by, reason: basis, facts: { from, to } }],
    ),
    ...deletionsIn(deletions),
    ...holdsIn(holds),
    ...sameBytes.map((one) => ({
      ...{ at: one.decidedAt ?? one.askedAt, kind: 'same-bytes' as const, action: 'delete', reason: one.reason },
      by: person(one.decidedBy, one.decidedName),
    })),
  ];
  return all.toReversed().sort((one, other) => other.at.localeCompare(one.at));
};

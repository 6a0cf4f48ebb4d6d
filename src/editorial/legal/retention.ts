import { z } from 'zod';
import type { AuditedAction } from '#collections/audit.ts';
import { studioLocales } from '#languages/locales.ts';
import usual from './usual-retention.json' with { type: 'json' };

/** Kinds of lines of the audit log, by what they are kept for. */
export const retentionKinds = ['sign-ins', 'looks', 'refusals', 'texts', 'appearances', 'decisions', 'log'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

/**
 * Years below which no deployment goes; null: such lines are never removed. Twelve months is what Decree 53/2022 names for logs
 * of systems, two years the least that the Law on archives (33/2024) names for records; ten and thirty are the shortest and the
 * longest first term of a state secret, for as long as which it has to be known who looked at it and who decided about it.
 */
export const retentionFloor: Readonly<Record<RetentionKind, number | null>> = {
  'sign-ins': 1,
  refusals: 1,
  texts: 2,
  appearances: 2,
  looks: 10,
  decisions: 30,
  log: null,
};

const words = z.record(z.enum(studioLocales), z.string().trim().min(1).max(400));

const rule = z.strictObject({
  kind: z.enum(retentionKinds),
  /** For how long lines are kept, in years; null: for as long as the installation is there. */
  years: z.int().min(1).max(200).nullable(),
  /** Whether the ground names a term at all; where it does not, the number is the deployment’s own. */
  named: z.boolean(),
  ground: words,
});
/** How long lines of a kind are kept, and on what ground. */
export type RetentionRule = z.infer<typeof rule>;

const keepsFloor = ({ kind, years }: RetentionRule): boolean => {
  const floor = retentionFloor[kind];
  return years === null || (floor !== null && years >= floor);
};

/** The table of a deployment: every kind once, none below its floor. */
export const retentionTable = z
  .strictObject({ rules: z.array(rule.refine(keepsFloor, { path: ['years'] })).length(retentionKinds.length) })
  .refine(({ rules }) => new Set(rules.map(({ kind }) => kind)).size === rules.length, { path: ['rules'] });
export type RetentionTable = z.infer<typeof retentionTable>;

/** The table as it is where a deployment says nothing. */
export const usualRetention: RetentionTable = retentionTable.parse(usual);

/** What is done at the log itself: it tells of everything else, and is never removed. */
export const ofTheLog = ['export', 'ask-removal', 'withdraw-removal', 'refuse-removal', 'remove-lines'] as const;

/** Acts of each kind. An act that stands in none is a decision, which is kept for longest of all that can be removed. */
export const actsOf: Readonly<Partial<Record<RetentionKind, readonly AuditedAction[]>>> = {
  'sign-ins': ['log-in', 'log-out', 'end-session', 'step-up', 'add-factor', 'remove-factor', 'recovery-codes'],
  looks: ['read'],
  texts: [
    ...(['create', 'update', 'duplicate', 'restore', 'translate', 'review-translation', 'assign', 'comment'] as const),
    ...(['review', 'review-request', 'review-return', 'review-approve', 'review-withdraw', 'merge', 'part'] as const),
  ],
  appearances: [
    ...(['publish', 'correct', 'unpublish', 'launch', 'cancel-launch', 'recall', 'release'] as const),
    ...(['delete', 'ask-deletion', 'withdraw-deletion', 'hold', 'lift-hold'] as const),
  ],
  log: ofTheLog,
};

/** The kind of a line. What was refused at the log itself is a refusal like others. */
export const kindOfLine = ({
  action,
  outcome,
}: {
  readonly action: string;
  readonly outcome: string;
}): RetentionKind => {
  if (outcome === 'refused') return 'refusals';
  const found = Object.entries(actsOf).find(([, acts]) => acts.some((act) => act === action));
  return (found?.[0] as RetentionKind | undefined) ?? 'decisions';
};

/** Lines of a kind from before this instant are over their term; null: none ever is. */
export const overTermBefore = ({ kind, years }: RetentionRule, now: Date): Date | null => {
  const floor = retentionFloor[kind];
  if (years === null || floor === null) return null;
  const before = new Date(now);
  before.setUTCFullYear(now.getUTCFullYear() - Math.max(years, floor));
  // A leap day has no like in other years: it must not become 1 March, or lines would go a day before their years are over
  if (before.getUTCMonth() !== now.getUTCMonth()) before.setUTCDate(0);
  return before;
};

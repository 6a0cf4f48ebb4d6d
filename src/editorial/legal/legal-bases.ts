import { z } from 'zod';
import { stateSecrets } from '#access/level.ts';
import { studioLocales } from '#languages/locales.ts';
import { isDay } from '#translation/terms/form-bounds.ts';
import usual from './usual-bases.json' with { type: 'json' };

const day = z.string().refine(isDay);
const years = z.int().min(1).max(100);

/** How long a decision by a basis protects, and one extension of it, in years; null: for as long as nobody decides otherwise. */
const term = z.strictObject({ years, extension: years }).nullable();

const basis = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.record(z.enum(studioLocales), z.string().trim().min(1).max(200)),
  // Days on which a decision can rest upon it, both included
  from: day,
  until: day.nullable(),
  // Whether a decision names the entry of a list of secrets
  named: z.boolean(),
  levels: z.partialRecord(z.enum(['restricted', 'mat', 'toi_mat', 'tuyet_mat']), term),
});
/** What a decision about a marking can rest upon. */
export type LegalBasis = z.infer<typeof basis>;

/** The table of a deployment. */
export const basesTable = z
  .strictObject({ bases: z.array(basis).min(1).max(100) })
  .refine(({ bases }) => new Set(bases.map(({ key }) => key)).size === bases.length);
export type BasesTable = z.infer<typeof basesTable>;

/** The table as it is where a deployment says nothing: the laws before and after 1 March 2026, and a house’s own regulation. */
export const usualBases: BasesTable = basesTable.parse(usual);

/** What somebody who is competent has decided, as it is sent. Days in the city’s calendar, `2026-11-27`. */
export const decisionSent = z.strictObject({
  legalBasis: z.string().max(40),
  listItem: z.string().trim().max(300).default(''),
  officer: z.string().trim().max(200),
  decidedOn: z.string().max(10),
  until: z.string().max(10).nullish(),
});
export type DecisionSent = z.infer<typeof decisionSent>;

/** A decision as a marking keeps it. */
export interface MarkingDecision {
  readonly legalBasis: string;
  readonly listItem: string;
  readonly officer: string;
  readonly decidedOn: string;
  /** Last day of its term; null where it has none. */
  readonly protectedUntil: string | null;
}

/** The same day so many years on; 29 February becomes the day before 1 March. */
export const yearsAfter = (from: string, count: number): string => {
  const moved = `${String(Number(from.slice(0, 4)) + count).padStart(4, '0')}${from.slice(4)}`;
  return isDay(moved) ? moved : `${moved.slice(0, 8)}28`;
};

const isInForce = ({ from, until }: LegalBasis, on: string): boolean => from <= on && (until === null || on <= until);

/** What a decision made on a day can rest upon, for a level. */
export const basesFor = ({ bases }: BasesTable, level: string, on: string): LegalBasis[] =>
  bases.filter((one) => Object.hasOwn(one.levels, level) && isInForce(one, on));

type Judged = { readonly decision: MarkingDecision } | { readonly fault: keyof DecisionSent };

/**
 * A decision held against the table: its basis must be in force on its day and know the level, name the entry of a list where it asks
 * for one, and last no longer than it allows. A shorter term is kept as it is.
 *
 * @param today in the city; nobody decides tomorrow
 * @returns the decision, or the field that is at fault
 */
export const judgeDecision = (table: BasesTable, level: string, sent: DecisionSent, today: string): Judged => {
  const { legalBasis, listItem, officer, decidedOn } = sent;
  if (!isDay(decidedOn) || decidedOn > today) return { fault: 'decidedOn' };
  const found = basesFor(table, level, decidedOn).find(({ key }) => key === legalBasis);
  if (!found) return { fault: 'legalBasis' };
  if (officer === '') return { fault: 'officer' };
  if (found.named && listItem === '') return { fault: 'listItem' };
  const limits = found.levels[level as keyof LegalBasis['levels']];
  const longest = limits ? yearsAfter(decidedOn, limits.years) : null;
  const until = sent.until ?? longest;
  if (until !== null && (!isDay(until) || until <= decidedOn || (longest !== null && until > longest)))
    return { fault: 'until' };
  return { decision: { legalBasis, listItem, officer, decidedOn, protectedUntil: until } };
};

/**
 * What stays of a decision when something is marked lower: nothing where its basis does not know the level; else itself, for no
 * longer than the lower level is protected from the day of the decision on.
 */
export const lowered = (table: BasesTable, decision: MarkingDecision | null, level: string): MarkingDecision | null => {
  const levels = table.bases.find(({ key }) => key === decision?.legalBasis)?.levels;
  if (!decision || !levels || !Object.hasOwn(levels, level)) return null;
  const limits = levels[level as keyof LegalBasis['levels']];
  const longest = limits ? yearsAfter(decision.decidedOn, limits.years) : null;
  const { protectedUntil: until } = decision;
  return { ...decision, protectedUntil: longest !== null && (until === null || until > longest) ? longest : until };
};

/** Whether a level takes a decision by law: a state secret is one because a list says so and somebody competent decided. */
export const needsDecision = (level: string): boolean => stateSecrets.some((one) => one === level);

/**
 * Whether a term can be extended to a day: later than now, and by no more than the basis allows at once.
 * @param from last day of the present term
 */
export const isExtension = (
  table: BasesTable,
  key: string,
  level: string,
  [from, to]: readonly [string, string],
): boolean => {
  const limits = table.bases.find((one) => one.key === key)?.levels[level as keyof LegalBasis['levels']];
  return limits ? isDay(to) && to > from && to <= yearsAfter(from, limits.extension) : false;
};

/** Days before its end at which a term asks to be looked at. */
export const reviewDays = [180, 90, 60] as const;

const dayInMs = 24 * 60 * 60 * 1000;

/** Days from one day of the calendar to another one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayInMs);

/**
 * How near the end of a term is: within 180, 90 or 60 days, 0 once it is over; null where it is further away.
 * What a term that is over means is for people to decide: it opens nothing.
 */
export const stageOf = (protectedUntil: string, today: string): 180 | 90 | 60 | 0 | null => {
  const left = daysBetween(today, protectedUntil);
  if (left < 0) return 0;
  return reviewDays.findLast((days) => left <= days) ?? null;
};

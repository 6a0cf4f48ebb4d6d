import { type Clearance, isAtLeast, type Level, levels, type Marking, rankOf } from './level.ts';
import { type Action, type Kind, marked, type Rule, rules, unmarkedActions } from './rules.ts';
import type { Role, Viewer } from './viewer.ts';

/** What is known of the thing that somebody wants to act upon. */
export interface Resource {
  readonly kind: Kind;
  /** Marking of the one thing in question; undefined where a whole collection is asked about. */
  readonly marking?: Marking | undefined;
  /** Person to whom it belongs (a person's own record belongs to them); undefined where that is not known. */
  readonly owner?: string | undefined;
  /** Language in question, as a code of the studio; undefined where all are asked about. */
  readonly locale?: string | undefined;
}

/** Conditions on things: all that are set must hold. */
export interface Constraint {
  /** The thing's level is one of `levels` and its compartments are all among `compartments`. */
  readonly marked?: { readonly levels: readonly Level[]; readonly compartments: readonly string[] };
  readonly ownedBy?: string;
  readonly notOwnedBy?: string;
  /** In one of these languages. */
  readonly locales?: readonly string[];
}

export type Refusal =
  | 'sign-in-required'
  | 'password-must-change'
  | 'second-factor-required'
  | 'forbidden'
  | 'not-found';

export type Decision = { readonly allow: true } | { readonly refuse: Refusal } | { readonly constraint: Constraint };

const allow: Decision = { allow: true };
const refuse = (code: Refusal): Decision => ({ refuse: code });

/**
 * May this person do this to that? The only place where the question is answered.
 *
 * @returns allow, refuse with a code, or, where the answer depends on facts that are not given, the constraint that
 *   things must meet. A thing that the person may not know of is `not-found`. Never throws.
 */
export const decide = (viewer: Viewer | null, action: Action, resource: Resource): Decision => {
  if (!viewer || viewer.disabled) return refuse('sign-in-required');
  if (viewer.roles.length === 0) return refuse('forbidden');
  if (viewer.mustChangePassword && !needsNoPassword(action, resource.kind)) return refuse('password-must-change');
  if (viewer.mustEnrol && !needsNoPassword(action, resource.kind)) return refuse('second-factor-required');
  const rule = rules[resource.kind]?.[action];
  if (!rule) return refuse('forbidden');
  return join([
    byOwner(viewer, action, rule, resource),
    byLanguage(viewer, rule, resource),
    byMarking(viewer, action, resource),
  ]);
};

/** The levels that a clearance reaches. */
export const levelsWithin = (clearance: Clearance): Level[] =>
  levels.filter((level) => rankOf(level) <= rankOf(clearance));

/** Whether a person's clearance reaches a marking and they hold all its compartments. */
export const covers = (viewer: Viewer, marking: Marking): boolean =>
  isAtLeast({ level: viewer.clearance, compartments: viewer.compartments }, marking);

/** Whoever still holds a password that was given to them, or has yet to prove themselves by more than one, may enter, see their own record and change it. */
const needsNoPassword = (action: Action, kind: Kind): boolean =>
  (isOfPerson(kind) && action === 'read') ||
  (kind === 'user' && (action === 'update' || action === 'admin')) ||
  kind === 'preference';

const isOfPerson = (kind: Kind): boolean => kind === 'user' || kind.startsWith('user-');

const holds = (viewer: Viewer, names: readonly Role[]) => names.some((name) => viewer.roles.includes(name));

const byOwner = (viewer: Viewer, action: Action, rule: Rule, { kind, owner }: Resource): Decision => {
  const toOwn = (viewer.mustChangePassword || viewer.mustEnrol === true) && isOfPerson(kind) && action !== 'admin';
  const mayAll = holds(viewer, rule.roles) && !toOwn;
  if (mayAll && !rule.others) return allow;
  const mayOwn = !mayAll && (toOwn || holds(viewer, rule.own ?? []));
  if (!mayAll && !mayOwn) return refuse('forbidden');
  if (owner === undefined) return { constraint: mayAll ? { notOwnedBy: viewer.id } : { ownedBy: viewer.id } };
  return (owner === viewer.id) === mayOwn ? allow : refuse('forbidden');
};

const byLanguage = (viewer: Viewer, { roles, within }: Rule, { locale }: Resource): Decision => {
  const held = roles.filter((role) => viewer.roles.includes(role));
  if (!within || held.some((role) => !within[role])) return allow;
  const locales = [...new Set(held.flatMap((role) => within[role] ?? []).flatMap((list) => viewer[list]))];
  if (locale === undefined) return { constraint: { locales } };
  return locales.includes(locale) ? allow : refuse('forbidden');
};

const byMarking = (viewer: Viewer, action: Action, { kind, marking }: Resource): Decision => {
  if (!marked.has(kind) || unmarkedActions.has(action)) return allow;
  if (marking) return covers(viewer, marking) ? allow : refuse('not-found');
  return { constraint: { marked: { levels: levelsWithin(viewer.clearance), compartments: viewer.compartments } } };
};

/** Both must agree: a refusal wins, what may not be known of first. */
const join = (decisions: readonly Decision[]): Decision => {
  const refusals = decisions.filter((decision) => 'refuse' in decision);
  const refusal = refusals.find((decision) => decision.refuse === 'not-found') ?? refusals[0];
  if (refusal) return refusal;
  const constraints = decisions.filter((decision) => 'constraint' in decision).map((decision) => decision.constraint);
  return constraints.length === 0 ? allow : { constraint: Object.assign({}, ...constraints) as Constraint };
};

import { type Clearance, rankOf } from '#access/level.ts';
import type { Role } from '#access/viewer.ts';

/** Who has to sign in with a second factor, as the deployment says. */
export interface FactorRule {
  /** From this clearance on; undefined: whatever theirs is. */
  readonly from: Clearance | undefined;
  readonly roles: readonly Role[];
}

/** The rule of an installation that says nothing. */
export const nobody: FactorRule = { from: undefined, roles: [] };

interface Known {
  readonly clearance: Clearance;
  readonly roles: readonly string[];
}

/** Whether somebody has to have a second factor. */
export const isFactorRequired = ({ from, roles }: FactorRule, person: Known): boolean =>
  (from !== undefined && rankOf(person.clearance) >= rankOf(from)) || roles.some((role) => person.roles.includes(role));

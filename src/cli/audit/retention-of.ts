import type { Config } from '#config/config.ts';
import { type OverTerm, overTerm } from '#editorial/audit/log-page/over-term.ts';
import { dropRemovedRows } from '#editorial/audit/removal/drop-rows.ts';
import { findRemovals, openRemoval, type Removal } from '#editorial/audit/removal/removals.ts';
import { auditDirOf } from '#editorial/gate/audit/audit-dir.ts';
import { readRetention } from '#editorial/legal/read-retention.ts';
import type { RetentionRule } from '#editorial/legal/retention.ts';
import { openStudio } from '../open-studio.ts';

export interface Retained {
  readonly kinds: readonly (RetentionRule & { readonly over: OverTerm })[];
  /** What waits for a second person. */
  readonly asked: Removal | null;
  /** What waits for the gate. */
  readonly agreed: readonly Removal[];
  /** Rows that were deleted now, of lines that the gate has removed. */
  readonly dropped: number;
}

/**
 * For how long lines of the audit log are kept, what is over that, and what two people are about to remove.
 * @throws Failure `retention-malformed`, `audit-removal-unsound`, `database-unreachable`, `key-missing`
 */
export const retentionOf = async (config: Config): Promise<Retained> => {
  const { rules } = readRetention(config.retentionFile);
  await using studio = await openStudio(config);
  const { payload } = studio;
  const dropped = await dropRemovedRows(payload, auditDirOf(config.gateDir), 'all');
  const now = new Date();
  const kinds: Retained['kinds'][number][] = [];
  for (const rule of rules) kinds.push({ ...rule, over: await overTerm(payload, rule, now) });
  const agreed = await findRemovals({ payload }, { state: { equals: 'agreed' } });
  return { kinds, asked: await openRemoval({ payload }, now), agreed, dropped };
};

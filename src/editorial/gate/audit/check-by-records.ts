import type { KeyObject } from 'node:crypto';
import type { KnownRemoval } from '#audit-log/known-removal.ts';
import { readRemovals } from './removal-files.ts';
import { knownRemoval, type ReadRemoval } from './removal-record.ts';

const isSame = (some: readonly ReadRemoval[], others: readonly ReadRemoval[]): boolean =>
  some.length === others.length && some.every(({ hash }, index) => hash === others[index]?.hash);

/**
 * Checks a log by the records of what was removed from it. The gate goes on meanwhile: where a fault is found and there are other
 * records by now, lines may have gone by one of those, and the log is read once more.
 *
 * @param trust see `openRemovalRecord`
 * @param check reads the whole log by these records
 * @throws Failure `audit-removal-unsound`
 */
export const checkByRecords = async <T extends { readonly fault: unknown }>(
  dir: string,
  trust: readonly KeyObject[] | null,
  check: (removals: readonly KnownRemoval[]) => Promise<T>,
): Promise<{ readonly report: T; readonly removals: readonly KnownRemoval[] }> => {
  for (let known = await readRemovals(dir, trust); ; ) {
    const removals = known.map(knownRemoval);
    const report = await check(removals);
    const now = report.fault === null ? known : await readRemovals(dir, trust);
    if (isSame(known, now)) return { report, removals };
    known = now;
  }
};

import type { AuditEntry } from '#audit-log/entry.ts';
import { lineFiles } from '#audit-log/paths.ts';
import { soundEntries } from '#audit-log/read-sound.ts';
import { verifyLog } from '#audit-log/verify-log.ts';
import { Failure } from '#errors/failure.ts';
import { checkByRecords } from '../../gate/audit/check-by-records.ts';
import { type Choice, isChosen } from '../../gate/audit/chosen-lines.ts';
import { bareFormOf, formOf } from '../../gate/audit/line-forms.ts';
import { auditPlace } from '../audit-place.ts';
import { seenBy } from './sight.ts';
import type { CheckedLog, Taking } from './taking.ts';
import { endOf, topOf } from './told-state.ts';

/**
 * Checks the whole log: chain, tree, records of what was removed.
 * @returns null where whoever asked has left meanwhile
 * @throws Failure `audit-log-away` where this process cannot read it, `audit-removal-unsound`
 */
export const checkLog = async ({ req, choice }: Taking): Promise<CheckedLog | null> => {
  const { dir } = auditPlace(req.payload);
  if (dir === null || (await lineFiles(dir)).length === 0) throw new Failure('audit-log-away');
  let chosen = 0;
  const each = (entry: AuditEntry) => {
    if (isChosen(entry, choice)) chosen += 1;
    return !req.signal?.aborted;
  };
  const { report, removals } = await checkByRecords(dir, null, (known) => {
    chosen = 0;
    return verifyLog({ dir, known: [], removals: known, each });
  });
  return req.signal?.aborted ? null : { dir, removals, report, chosen };
};

/** The last line that goes out: behind the first wrong one there is nothing that anybody could vouch for. */
const lastOf = ({ report: { size, fault } }: CheckedLog): number => (fault ? Math.min(size, fault.line - 1) : size);

/** Read together: so many are looked up in the database at a time. */
const batch = 500;

async function* chosenOf(log: CheckedLog, choice: Choice): AsyncGenerator<AuditEntry[]> {
  let held: AuditEntry[] = [];
  for await (const entry of soundEntries(log.dir, lastOf(log))) {
    if (!isChosen(entry, choice)) continue;
    held.push(entry);
    if (held.length < batch) continue;
    yield held;
    held = [];
  }
  if (held.length > 0) yield held;
}

/** The line of a fault that shows only now. */
const brokenAt = (error: unknown): number => {
  if (error instanceof Failure && error.code === 'audit-log-damaged') return Number(error.values.line);
  throw error;
};

/**
 * The lines as they go out: what the log is like at the top where it is not sound (in NDJSON always), the lines, and a last line that
 * says how many there were and whether the log is sound. Of a log that is not, nothing behind the first wrong line goes out.
 */
export async function* takenLines(taking: Taking, log: CheckedLog): AsyncGenerator<string> {
  const { req, form, choice, seesAll } = taking;
  yield topOf(taking, log);
  const write = seesAll ? formOf[form] : bareFormOf[form];
  let [lines, line]: [number, number | null] = [0, log.report.fault?.line ?? null];
  try {
    for await (const entries of chosenOf(log, choice)) {
      const seen = seesAll ? entries : await seenBy(req, entries);
      lines += seen.length;
      yield seen.map(write).join('');
    }
  } catch (error) {
    line = brokenAt(error);
  }
  yield endOf(taking, log, { lines, line });
}

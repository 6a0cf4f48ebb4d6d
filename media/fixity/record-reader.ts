import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { promisedMs } from './due.ts';

const counts = z.object({
  masters: z.number(),
  bytes: z.number(),
  sound: z.number(),
  damaged: z.number(),
  missing: z.number(),
  overdue: z.number(),
});
/** How the archive is: masters and bytes in all, those found sound, damaged, missing, and those not looked at as promised. */
export type FixityCounts = z.infer<typeof counts>;

const wrong = z.object({
  sha256: z.string(),
  state: z.enum(['damaged', 'missing']),
  since: z.number(),
  sound: z.number(),
});

/** A master that is damaged or missing. */
export interface WrongMaster {
  readonly sha256: string;
  readonly state: 'damaged' | 'missing';
  readonly since: Date;
  /** When it was last found sound, if ever. */
  readonly soundAt: Date | null;
}

const next = z.object({
  sha256: z.string(),
  checked: z.number(),
  bytes: z.number(),
  state: z.enum(['unchecked', 'sound', 'damaged', 'missing']),
  expected: z.number(),
});
export type NextMaster = z.infer<typeof next>;

type Place = Pick<NextMaster, 'checked' | 'sha256'>;

/** Where a round stands in what is wrong, and in everything. */
export interface Passed {
  readonly wrong?: Place;
  readonly old?: Place;
}

const alarms = z.object({ damaged: z.number(), missing: z.number() });
const checks = z.object({ masters: z.number(), checked: z.number(), overdue: z.number(), oldest: z.number() });
const waiting = z.object({ masters: z.number(), bytes: z.number() });

/** What a record tells. */
export interface RecordReader {
  counts(now: Date): FixityCounts;
  /** Only how many are wrong: quick, however large the archive. */
  alarms(): { readonly damaged: number; readonly missing: number };
  /**
   * How far the checks are: masters in all, those that were ever looked at, those of them not as promised, and when the check was that
   * is the longest ago. Answered from an index.
   */
  checks(now: Date): Omit<z.infer<typeof checks>, 'oldest'> & { readonly oldest: Date | null };
  /** What is wrong, by name. */
  wrong(): WrongMaster[];
  /**
   * What is due: what is wrong and was not looked at since `began`, then what else was last looked at before `before`, oldest first.
   * @param passed the last of each list that was passed over: it and all before it in its list are not given again
   */
  next(began: Date, before: Date, passed?: Passed): NextMaster | null;
  waiting(began: Date, before: Date): { readonly masters: number; readonly bytes: number };
}

/** Before everything that may have been looked at. */
const start: Place = { checked: -1, sha256: '' };

const isWrong = "state IN ('damaged', 'missing')";

export function openRecordReader(database: DatabaseSync): RecordReader {
  const name = 'lower(hex(sha256)) AS sha256';
  const count = database.prepare(`SELECT count(*) AS masters, ifnull(sum(bytes), 0) AS bytes,
    count(*) FILTER (WHERE state = 'sound') AS sound, count(*) FILTER (WHERE state = 'damaged') AS damaged,
    count(*) FILTER (WHERE state = 'missing') AS missing,
    count(*) FILTER (WHERE checked > 0 AND checked < ?) AS overdue FROM masters`);
  const alarm = database.prepare(`SELECT count(*) FILTER (WHERE state = 'damaged') AS damaged,
    count(*) FILTER (WHERE state = 'missing') AS missing FROM masters WHERE ${isWrong}`);
  const check = database.prepare(`SELECT (SELECT count(*) FROM masters) AS masters, count(*) AS checked,
    count(*) FILTER (WHERE checked < ?) AS overdue, ifnull(min(checked), 0) AS oldest FROM masters WHERE checked > 0`);
  const wrongs = database.prepare(`SELECT ${name}, state, since, sound FROM masters WHERE ${isWrong} ORDER BY sha256`);
  const one = `SELECT ${name}, checked, bytes, state, expected FROM masters WHERE`;
  const behind = '(checked, masters.sha256) > (?, unhex(?)) ORDER BY checked, masters.sha256 LIMIT 1';
  const nextWrong = database.prepare(`${one} ${isWrong} AND checked < ? AND ${behind}`);
  const nextOld = database.prepare(`${one} NOT ${isWrong} AND checked < ? AND ${behind}`);
  const due = database.prepare(`SELECT count(*) AS masters, ifnull(sum(bytes), 0) AS bytes FROM masters
    WHERE checked < ? OR (${isWrong} AND checked < ?)`);
  return {
    counts: (now) => counts.parse(count.get(now.getTime() - promisedMs)),
    alarms: () => alarms.parse(alarm.get()),
    checks: (now) => {
      const { oldest, ...rest } = checks.parse(check.get(now.getTime() - promisedMs));
      return { ...rest, oldest: oldest === 0 ? null : new Date(oldest) };
    },
    wrong: () => z.array(wrong).parse(wrongs.all()).map(wrongMaster),
    next: (began, before, { wrong: first = start, old = start } = {}) => {
      const found =
        nextWrong.get(began.getTime(), first.checked, first.sha256) ??
        nextOld.get(before.getTime(), old.checked, old.sha256);
      return found === undefined ? null : next.parse(found);
    },
    waiting: (began, before) => waiting.parse(due.get(before.getTime(), began.getTime())),
  };
}

const wrongMaster = ({ sha256, state, since, sound }: z.infer<typeof wrong>): WrongMaster => ({
  ...{ sha256, state, since: new Date(since) },
  soundAt: sound === 0 ? null : new Date(sound),
});

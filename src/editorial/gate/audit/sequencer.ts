import type { Payload } from 'payload';
import type { AuditEntry, EntryContent } from '#audit-log/entry.ts';
import type { AuditLine, AuditRemoval } from '#audit-log/line.ts';
import { type LogWriter, openLogWriter } from '#audit-log/log-writer.ts';
import type { RemovedLine } from '#audit-log/removed.ts';
import { Failure } from '#errors/failure.ts';
import { lineOfRow } from '../../audit/line-of-row.ts';
import { rowsSince } from './audit-rows.ts';
import { emptyMemo, type Memo, readMemo, writeMemo } from './memo.ts';
import { forget, isNew, note, noteGap, takeGaps } from './stations-seen.ts';

const second = 1_000;
const hour = 60 * 60 * second;

/** Lines whose transaction committed later than that of a younger one: nearly all come within this time. */
const near = 5 * second;
/** The others are found by wider looks: every minute, and every hour and at the start. */
const wide = { every: 60 * second, back: 10 * 60 * second };
const widest = { every: hour, back: 24 * hour };
/** A number that does not come within this time is told to be missing: no transaction is open for so long. */
const patience = 5 * 60 * second;
/** Processes that have written nothing for so long are forgotten; no look goes back so far. */
const forgotten = 7 * 24 * hour;

/**
 * Takes the lines that stand committed in the database into the log, which gives each its number and its place in chain and
 * tree. There is one: it belongs to the gate.
 */
export interface Sequencer extends Disposable {
  readonly log: LogWriter;
  /** Takes in what is new; gives how many lines, and numbers of processes whose lines are missing. */
  takeIn(now: Date): Promise<{ readonly lines: number; readonly missing: number }>;
  /** Number of the last removal that the log tells of; 0: of none. */
  removals(): number;
  /** Lets the log tell of a removal. */
  enterRemoval(removal: AuditRemoval): void;
}

const learn = (memo: Memo, entry: AuditEntry | RemovedLine, now: Date): void => {
  memo.size = entry.n;
  if ('gap' in entry) noteGap(memo.stations, entry.gap);
  else if ('removal' in entry) memo.removals = entry.removal.number;
  else if ('removed' in entry) {
    // When it was is gone with its content: it is older than anything that is still looked for
    note(memo.stations, { ...entry.removed, at: '' }, now);
    if (entry.removed.station !== null) memo.founded = true;
  } else {
    note(memo.stations, entry.line, now);
    if (entry.line.station !== null) memo.founded = true;
    if (entry.line.at > (memo.newest ?? '')) memo.newest = entry.line.at;
  }
};

/** The memo as of the end of the log. */
const catchUp = async (log: LogWriter, dir: string): Promise<Memo> => {
  const read = readMemo(dir);
  if (read.size > log.size) throw new Failure('audit-log-damaged', { folder: dir, line: log.size + 1 });
  const memo = read.size === 0 ? emptyMemo() : read;
  const now = new Date();
  for await (const entry of log.entries(memo.size)) learn(memo, entry, now);
  return memo;
};

interface Work {
  readonly payload: Payload;
  readonly dir: string;
  readonly log: LogWriter;
  readonly memo: Memo;
}

const enter = ({ log, memo, dir }: Work, contents: readonly EntryContent[], now: Date): void => {
  if (contents.length === 0) return;
  const first = log.size + 1;
  log.append(contents);
  for (const [index, content] of contents.entries())
    learn(memo, { ...content, n: first + index, previous: null, v: 1 }, now);
  writeMemo(dir, memo);
};

/** What there was before there was a log is taken in as it stands, once; whether it had been changed by then nobody can tell. */
const found = async (work: Work, now: Date): Promise<number> => {
  const known = new Set<string>();
  for await (const entry of work.log.entries(0)) if ('line' in entry) known.add(entry.line.id);
  let lines = 0;
  for await (const rows of rowsSince(work.payload, new Date(0))) {
    const old = rows.flatMap(({ id, row }) => (known.has(id) ? [] : (lineOfRow(row) ?? [])));
    const contents = old.filter(({ station }) => station === null).map((line) => ({ line }));
    enter(work, contents, now);
    lines += contents.length;
  }
  work.memo.founded = true;
  writeMemo(work.dir, work.memo);
  return lines;
};

const takeNew = async (work: Work, since: Date, now: Date): Promise<number> => {
  let lines = 0;
  for await (const rows of rowsSince(work.payload, since)) {
    const fresh: AuditLine[] = [];
    const taken = structuredClone(work.memo.stations);
    for (const { row } of rows) {
      const line = lineOfRow(row);
      if (!line || !isNew(taken, line)) continue;
      note(taken, line, now);
      fresh.push(line);
    }
    enter(
      work,
      fresh.map((line) => ({ line })),
      now,
    );
    lines += fresh.length;
  }
  return lines;
};

/** How far back a look goes, from the newest line that is known. */
const openLooks = () => {
  const last = { wide: Number.NEGATIVE_INFINITY, widest: Number.NEGATIVE_INFINITY };
  return (now: number): number => {
    if (now - last.widest >= widest.every) {
      [last.wide, last.widest] = [now, now];
      return widest.back;
    }
    if (now - last.wide < wide.every) return near;
    last.wide = now;
    return wide.back;
  };
};

/**
 * Opens the log in `dir` for taking in lines; begins one where there is none.
 * @throws Failure `audit-log-damaged` when it contradicts itself, or ends before what was said of it
 */
export async function openSequencer(payload: Payload, dir: string): Promise<Sequencer> {
  const log = await openLogWriter(dir);
  try {
    const memo = await catchUp(log, dir);
    const work: Work = { payload, dir, log, memo };
    const lookBack = openLooks();
    return {
      log,
      takeIn: async (now) => {
        const before = memo.founded ? 0 : await found(work, now);
        const newest = Math.min(memo.newest === null ? 0 : Date.parse(memo.newest), now.getTime());
        const lines = await takeNew(work, new Date(Math.max(newest - lookBack(now.getTime()), 0)), now);
        const gaps = takeGaps(memo.stations, new Date(now.getTime() - patience), now);
        enter(
          work,
          gaps.map((gap) => ({ gap })),
          now,
        );
        forget(memo.stations, new Date(newest - forgotten));
        return { lines: before + lines, missing: gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0) };
      },
      removals: () => memo.removals,
      enterRemoval: (removal) => enter(work, [{ removal }], new Date()),
      [Symbol.dispose]: () => log[Symbol.dispose](),
    };
  } catch (cause) {
    log[Symbol.dispose]();
    throw cause;
  }
}

import { isDeepStrictEqual } from 'node:util';
import type { Payload } from 'payload';
import type { AuditEntry } from '#audit-log/entry.ts';
import { holdsPlace, type KnownRemoval } from '#audit-log/known-removal.ts';
import type { AuditLine } from '#audit-log/line.ts';
import type { Borne } from '#audit-log/removal-check.ts';
import type { RemovedLine } from '#audit-log/removed.ts';
import { type FaultKind, type KnownRoot, verifyLog } from '#audit-log/verify-log.ts';
import { lineOfRow } from '../../audit/line-of-row.ts';
import { countRows, rowsById } from './audit-rows.ts';
import { note, type StationsSeen } from './stations-seen.ts';
import { otherRows, type Waiting, waitingSince } from './strange-rows.ts';

/** The first line that is wrong, and where: its number in the log, and its id in the database, as far as it has them. */
export interface AuditFault {
  readonly where: 'log' | 'database';
  readonly kind: FaultKind;
  readonly line: number | null;
  readonly id: string | null;
}

export interface AuditReport<T extends KnownRoot> {
  /** Lines that are as they were written, before the first that is not. */
  readonly size: number;
  readonly root: string;
  /** Lines from before there was a log. */
  readonly before: number;
  /** Numbers of processes whose lines were gone before the log could take them in. */
  readonly missing: number;
  readonly waiting: Waiting;
  readonly fault: AuditFault | null;
  readonly contradicted: T | null;
  /** Lines up to which the log has the roots that others hold. */
  readonly agreed: number;
  /** Removals that signed records tell of, and rows of them that the database still has. */
  readonly removed: readonly Borne[];
  readonly left: number;
}

export interface AuditCheck<T extends KnownRoot> {
  readonly payload: Payload;
  readonly dir: string;
  readonly known: readonly T[];
  /** What records say was removed, whose signatures somebody has looked at. */
  readonly removals?: readonly KnownRemoval[];
  readonly onProgress?: (lines: number) => void;
}

type Numbered = { readonly n: number; readonly line: AuditLine };

/** Lines that are compared with the database at a time. */
const batch = 500;
/** What the sequencer still takes in when it comes back, in milliseconds. */
const widest = 24 * 60 * 60 * 1000;

/**
 * The first of these lines that the database does not have as it was written. The row of one that a record names may be gone: it is
 * being removed while the log is read.
 */
const firstDifference = async (
  { payload, removals = [] }: Pick<AuditCheck<never>, 'payload' | 'removals'>,
  lines: readonly Numbered[],
): Promise<AuditFault | null> => {
  const rows = await rowsById(
    payload,
    lines.map(({ line }) => line.id),
  );
  for (const { n, line } of lines) {
    const row = rows.get(line.id);
    const fault = { where: 'database', line: n, id: line.id } as const;
    const isLeaving = removals.some(({ places }) => holdsPlace(places, n));
    if (row === undefined && isLeaving) continue;
    if (row === undefined) return { ...fault, kind: 'removed' };
    if (!isDeepStrictEqual(lineOfRow(row), line)) return { ...fault, kind: 'changed' };
  }
  return null;
};

class Comparison {
  readonly stations: StationsSeen = {};
  lines = 0;
  before = 0;
  missing = 0;
  newest = '';
  fault: AuditFault | null = null;
  private held: Numbered[] = [];
  private readonly check: Pick<AuditCheck<never>, 'payload' | 'removals'>;

  constructor(check: Pick<AuditCheck<never>, 'payload' | 'removals'>) {
    this.check = check;
  }

  /** Takes an entry; false when a line before it is not what the database has. */
  async take(entry: AuditEntry): Promise<boolean> {
    if ('gap' in entry) this.missing += entry.gap.to - entry.gap.from + 1;
    if ('line' in entry) this.count(entry);
    return this.held.length < batch || this.compare();
  }

  takeRemoved({ removed }: RemovedLine): true {
    if (removed.station === null) this.before += 1;
    note(this.stations, { ...removed, at: '' }, new Date());
    return true;
  }

  private count({ n, line }: Numbered): void {
    this.lines += 1;
    if (line.station === null) this.before += 1;
    if (line.at > this.newest) this.newest = line.at;
    note(this.stations, line, new Date());
    this.held.push({ n, line });
  }

  async compare(): Promise<boolean> {
    this.fault ??= await firstDifference(this.check, this.held);
    this.held = [];
    return this.fault === null;
  }
}

/** Rows that are in no line: they wait, or somebody put them there. */
const lookForOthers = async <T extends KnownRoot>({ payload, dir }: AuditCheck<T>, seen: Comparison) => {
  const { stations, lines, newest } = seen;
  const more = (await countRows(payload)) - lines;
  const since = new Date((newest === '' ? 0 : Date.parse(newest)) - widest);
  const waiting = await waitingSince(payload, since, stations);
  const none = { strange: null, left: 0 };
  const { strange: id, left } = more > waiting.rows ? await otherRows(payload, dir, { since, stations }) : none;
  const fault: AuditFault | null = id === null ? null : { where: 'database', kind: 'added', line: null, id };
  return { waiting, fault, left };
};

/**
 * Checks the whole audit log: chain and tree of its lines, every line against its row in the database, rows that no line stands
 * for, and roots that others hold. Names the first line that is wrong.
 * @throws Failure `database-unreachable`
 */
export async function verifyAudit<T extends KnownRoot>(check: AuditCheck<T>): Promise<AuditReport<T>> {
  const { payload, dir, known, removals = [], onProgress } = check;
  const seen = new Comparison({ payload, removals });
  const each = (entry: AuditEntry) => {
    if (entry.n % 1_000 === 0) onProgress?.(entry.n);
    return seen.take(entry);
  };
  const eachRemoved = (line: RemovedLine) => seen.takeRemoved(line);
  const report = await verifyLog({ dir, known, removals, each, eachRemoved });
  const { size, root, fault, contradicted, agreed, removed } = report;
  await seen.compare();
  const first = seen.fault ?? (fault && { where: 'log' as const, ...fault, id: null });
  const isSound = first === null && contradicted === null;
  const unseen = { waiting: { rows: 0, oldest: null }, fault: null, left: 0 };
  const { waiting, left, ...others } = isSound ? await lookForOthers(check, seen) : unseen;
  const { before, missing } = seen;
  const found = first ?? others.fault;
  return { size, root, before, missing, waiting, fault: found, contradicted, agreed, removed, left };
}

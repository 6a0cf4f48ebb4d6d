import { z } from 'zod';
import type { AuditGap, AuditLine } from '#audit-log/line.ts';
import { rangesOf, without } from '#audit-log/ranges.ts';

/** Numbers of a station that have not come: since when they are missed; null: nobody is to miss them. */
const hole = z.tuple([z.int(), z.int(), z.int().nullable()]);

/** What is known of one process: the number that comes next, those before it that have not come, and when it last wrote. */
const stationSeen = z.object({ next: z.int(), holes: z.array(hole), at: z.string() });

export const stationsSeen = z.record(z.string(), stationSeen);
/** What has been taken in, process by process, in a few numbers each. */
export type StationsSeen = z.infer<typeof stationsSeen>;
type StationSeen = z.infer<typeof stationSeen>;

const fresh = (at: string): StationSeen => ({ next: 1, holes: [], at });

/** Takes numbers out of the holes; whoever excuses leaves them there, missed by nobody. */
const fill = (seen: StationSeen, from: number, to: number, excused: boolean): void => {
  seen.holes = seen.holes.flatMap(([begin, end, since]) => {
    const rest = without([begin, end], [from, to]).map(([a, b]) => [a, b, since] as z.infer<typeof hole>);
    if (!excused) return rest;
    const [first, last] = [Math.max(begin, from), Math.min(end, to)];
    return first <= last ? [...rest, [first, last, null] as z.infer<typeof hole>] : rest;
  });
};

const isKnown = ({ next, holes }: StationSeen, count: number): boolean =>
  count < next && !holes.some(([from, to]) => from <= count && count <= to);

/** Whether the line has not been taken in yet. Lines of before there was a log have no number and are never new here. */
export const isNew = (all: StationsSeen, { station, count }: AuditLine): boolean =>
  station !== null && count !== null && !isKnown(all[station] ?? fresh(''), count);

/** Takes a line in. */
export const note = (
  all: StationsSeen,
  { station, count, voided, at }: Pick<AuditLine, 'station' | 'count' | 'voided' | 'at'>,
  now: Date,
): void => {
  if (station === null || count === null) return;
  const seen = all[station] ?? fresh(at);
  all[station] = seen;
  if (count > seen.next) seen.holes.push([seen.next, count - 1, now.getTime()]);
  if (count >= seen.next) seen.next = count + 1;
  else fill(seen, count, count, false);
  for (const [from, to] of voided === null ? [] : rangesOf(voided)) fill(seen, from, to, true);
  if (at > seen.at) seen.at = at;
};

/** Numbers that have been missed since before an instant. Each is told once. */
export const takeGaps = (all: StationsSeen, before: Date, now: Date): AuditGap[] =>
  Object.entries(all).flatMap(([station, seen]) => {
    const due = seen.holes.filter(([, , since]) => since !== null && since < before.getTime());
    for (const [from, to] of due) fill(seen, from, to, true);
    return due.map(([from, to]) => ({ station, from, to, noticedAt: now.toISOString() }));
  });

/** A gap that the log tells of already is missed by nobody any more. */
export const noteGap = (all: StationsSeen, { station, from, to }: AuditGap): void => {
  const seen = all[station];
  if (seen) fill(seen, from, to, true);
};

/** Forgets processes that have written nothing since an instant. */
export const forget = (all: StationsSeen, before: Date): void => {
  for (const [station, { at }] of Object.entries(all)) if (at < before.toISOString()) delete all[station];
};

import { createHash } from 'node:crypto';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import type { ReadDocument, ReadUnit } from '#translation/exchange/document.ts';
import type { ExchangeProblem } from '#translation/exchange/problem.ts';
import { alignSegments } from '#translation/segments/align.ts';
import type { Segment, SegmentRole } from '#translation/segments/segment.ts';
import { standOf } from '../acts/base.ts';
import type { Held } from '../acts/opened.ts';
import { findLine } from '../lines/line.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { type Met, meet, sentPrintOf } from './meet.ts';
import { faultOf } from './place-of.ts';

/** One language of a document that came back, held against the store. Nothing of it has been written. */
export interface DocumentPlan {
  readonly held: Held;
  readonly read: ReadDocument;
  readonly segments: readonly Met[];
  /** What is wrong with the document as a whole, or with units that gave nothing. */
  readonly problems: readonly ExchangeProblem[];
  /** Segments of the source that the file does not have. */
  readonly missing: number;
  /** Addresses that whoever brings it may not know of. */
  readonly hidden: ReadonlySet<string>;
  /** Stands for all that a person sees of the plan: where it is another by then, they have to look again. */
  readonly seen: string;
}

/** Lines by the units that name them; where a source has changed its words, the line is found by what it was. */
const linesFor = (units: readonly ReadUnit[], lines: readonly StatedLine[]): ReadonlyMap<ReadUnit, StatedLine> => {
  const found = new Map<ReadUnit, StatedLine>();
  const taken = new Set<StatedLine>();
  for (const unit of units) {
    const line = findLine(lines, unit.id);
    if (!line?.source || taken.has(line)) continue;
    found.set(unit, line);
    taken.add(line);
  }
  const lost = units.filter((unit) => !found.has(unit));
  const free = lines.filter((line) => line.source && !taken.has(line));
  if (lost.length === 0 || free.length === 0) return found;
  const before = lost.map(({ path, role, sourceAsSent }) => ({
    field: (path ?? '').split('/')[0] ?? '',
    role: (role ?? 'text') as SegmentRole,
    content: sourceAsSent,
  }));
  const after = free.flatMap(({ source }): Pick<Segment, 'field' | 'role' | 'content'>[] => (source ? [source] : []));
  for (const pair of alignSegments(before, after).pairs) {
    const [unit, line] = [lost[pair.before], free[pair.after]];
    if (unit && line) found.set(unit, line);
  }
  return found;
};

const problemsOfDocument = ({ place, document }: Held, read: ReadDocument): ExchangeProblem[] => {
  const isForeign = read.collection !== place.collection || read.documentId !== place.id;
  const isOther = read.sourceLocale !== document.source || read.targetLocale !== place.locale;
  return [
    ...(isForeign ? [faultOf(read, 'document-foreign')] : []),
    ...(isOther ? [faultOf(read, 'language-wrong')] : []),
  ];
};

const digestOf = (segments: readonly Met[]): string => {
  const lines = segments.map(({ unit, kind, line, theirs }) => [
    ...[unit.id, kind, line?.key ?? '', line?.state ?? ''],
    ...[standOf(line?.source?.content ?? null), standOf(line?.target?.content ?? null), standOf(theirs)],
  ]);
  return createHash('sha256').update(JSON.stringify(lines)).digest('base64url').slice(0, 22);
};

/** Holds a document that came back against one language of it as the store has it now. */
export const planDocument = (held: Held, read: ReadDocument, hidden: ReadonlySet<string>): DocumentPlan => {
  const { lines } = held.sheet;
  const wrong = problemsOfDocument(held, read);
  const units = wrong.length > 0 ? [] : read.units;
  const found = linesFor(units, lines);
  const isUntouched = read.sourceRevision === held.document.revision;
  const about = Map.groupBy(read.problems, ({ unit }) => unit);
  const segments = units.map((unit) => {
    const line = found.get(unit) ?? null;
    return meet({ unit, line, hidden, isUntouched, problems: about.get(unit.id) ?? [] });
  });
  const known = new Set(units.map(({ id }) => id));
  const used = new Set(found.values());
  const missing = lines.filter((line) => line.source && line.state !== 'left-out' && !used.has(line)).length;
  const problems = [...wrong, ...read.problems.filter(({ unit }) => unit === null || !known.has(unit))];
  return { held, read, segments, problems, hidden, missing: wrong.length > 0 ? 0 : missing, seen: digestOf(segments) };
};

/** What the source said when it went out, where the store still knows it: never what the file says of it. */
export const knownSource = ({ line, unit }: Met) => {
  const remembered = line?.unit?.source ?? null;
  return remembered && fingerprintOf(remembered) === sentPrintOf(unit) ? remembered : null;
};

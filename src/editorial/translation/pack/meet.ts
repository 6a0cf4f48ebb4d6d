import { type Content, isRun, type Piece, plainText } from '#translation/content.ts';
import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import type { ReadUnit } from '#translation/exchange/document.ts';
import type { ExchangeProblem } from '#translation/exchange/problem.ts';
import { matchCodes } from '#translation/segments/codes.ts';
import { contentSchema } from '../content-schema.ts';
import { printOf } from '../lines/line.ts';
import type { StatedLine } from '../lines/sheet.ts';
import { withoutLinks } from '../telling/hidden-links.ts';
import type { SegmentKind } from './segment-kinds.ts';

/** A segment that came back, held against the text as it stands. */
export interface Met {
  readonly unit: ReadUnit;
  /** Null where the source has no such segment any more. */
  readonly line: StatedLine | null;
  readonly kind: SegmentKind;
  /** What came back, its codes numbered after the source as it is now. */
  readonly theirs: Content | null;
  readonly ours: Content | null;
  /** What both began from; null where nothing stood there, or nobody knows. */
  readonly base: Content | null;
  /** Whether the source has said something else since. */
  readonly isStale: boolean;
  /** What is wrong with it in the file. */
  readonly problems: readonly ExchangeProblem[];
}

const signOf = (piece: Piece): string => {
  if (isRun(piece)) return piece.text.normalize('NFC');
  if (piece.code === 'close') return `\u0001/${piece.id}\u0002`;
  const address = piece.code === 'open' ? (piece.address ?? '') : '';
  return `\u0001${piece.id} ${piece.kind} ${address}\u0002`;
};

/**
 * A text for comparing, with its codes and where links lead. Lines that a tool broke anew count for nothing; a space that does not
 * break is another one.
 */
const told = (content: Content | null): string =>
  (content ?? [])
    .map(signOf)
    .join('')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();

export const isSameText = (one: Content | null, other: Content | null): boolean => told(one) === told(other);

/** What the file says of the source as it went out, told by its words. */
export const sentPrintOf = ({ fingerprint, sourceAsSent }: ReadUnit): string =>
  fingerprint ?? fingerprintOf(sourceAsSent);

const brokenCodes: readonly string[] = ['code-broken', 'code-crossed', 'code-doubled', 'code-unknown'];

/** Whether a text can stand in its field. */
const fits = (content: Content, limit: number | undefined): boolean => {
  const text = plainText(content);
  if (limit !== undefined && text.length > limit) return false;
  return text.isWellFormed() && contentSchema.safeParse(content).success;
};

/** A tool says that somebody has looked at a text which was sent as one that asks for work. */
const isSaidRight = ({ state: now }: StatedLine, { state }: ReadUnit): boolean =>
  (now === 'outdated' || now === 'machine') && state !== 'initial';

interface Sides extends Pick<Met, 'unit' | 'theirs' | 'ours' | 'base' | 'isStale' | 'problems'> {
  readonly line: StatedLine;
}

const kindOf = ({ line, unit, theirs, ours, base, isStale, problems }: Sides): SegmentKind => {
  const isOurs = isSameText(theirs, ours);
  if (theirs === null || isOurs) return theirs && !isStale && isSaidRight(line, unit) ? 'confirm' : 'same';
  if (base !== null && isSameText(theirs, base)) return 'same';
  if (problems.some(({ code }) => code === 'language-wrong')) return 'language';
  if (problems.some(({ code }) => brokenCodes.includes(code))) return 'codes';
  if (!fits(theirs, line.source?.limit)) return 'unfit';
  const isWritten = ours !== null ? base === null || !isSameText(ours, base) : base !== null;
  if (isWritten || line.state === 'left-out') return 'conflict';
  return isStale ? 'stale' : 'change';
};

export interface Meeting {
  readonly unit: ReadUnit;
  readonly line: StatedLine | null;
  readonly problems: readonly ExchangeProblem[];
  /** Nobody has saved the document since it went out: what stands there is what went out, whatever a tool has dropped. */
  readonly isUntouched: boolean;
  /** Addresses that whoever brings it may not know of: they did not go out. */
  readonly hidden: ReadonlySet<string>;
}

/** Holds one segment that came back against its line. The source is that of the line; what the file says of it tells only what went out. */
export const meet = ({ unit, line, problems, isUntouched, hidden }: Meeting): Met => {
  if (!line?.source) {
    const kind = unit.target === null ? 'same' : 'gone';
    return {
      unit,
      line: null,
      kind,
      problems,
      theirs: unit.target,
      ours: null,
      base: unit.targetAsSent,
      isStale: true,
    };
  }
  const { content: source } = line.source;
  const numbered = (content: Content | null | undefined) =>
    content ? withoutLinks(matchCodes(source, content), hidden) : null;
  const ours = numbered(line.target?.content);
  const sent = numbered(unit.targetAsSent);
  const sides = {
    ...{ unit, line, problems, ours, theirs: numbered(unit.target) },
    base: sent ?? (isUntouched ? ours : null),
    isStale: sentPrintOf(unit) !== printOf(line.source),
  };
  return { ...sides, kind: kindOf(sides) };
};

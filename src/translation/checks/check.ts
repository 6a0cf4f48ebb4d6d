import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '../content.ts';
import type { Difference } from '../facts/compare.ts';
import type { Fact } from '../facts/fact.ts';
import type { SegmentRole } from '../segments/segment.ts';
import type { TermFinding } from '../terms/term-findings.ts';
import type { Change } from '../typography/typeset.ts';
import type { CheckCode, Severity } from './check-codes.ts';
import type { ToneStyle } from './languages/tone-style.ts';

/** A segment in two languages. */
export interface CheckedPair {
  readonly source: Content;
  readonly target: Content;
  readonly sourceLocale: StudioLocale;
  readonly targetLocale: StudioLocale;
  readonly role: SegmentRole;
  /** Longest text of the field, in UTF-16 units. */
  readonly limit?: number;
  /** What the registry of names found in this pair (`termFindings`). */
  readonly terms?: readonly TermFinding[];
  /** Where the document sets the tones of oa, oe, uy (`toneStyleOf` its texts); without it, a mixture within the segment is found. */
  readonly tones?: ToneStyle;
}

/** What a check found, and where. */
export interface Finding {
  readonly check: CheckCode;
  readonly severity: Severity;
  /** Key of the sentence in the namespace `checks`. */
  readonly says: string;
  /** Side that the place is in. */
  readonly side: 'source' | 'target';
  /** UTF-16 units of the side's plain text; both 0 for a finding about all of an empty text. */
  readonly start: number;
  readonly end: number;
  /** What the sentence names, as it stands in the texts. */
  readonly values: Readonly<Record<string, string>>;
}

/** One side of a pair, as checks read it. */
export interface Side {
  readonly content: Content;
  readonly text: string;
  readonly locale: StudioLocale;
  readonly facts: readonly Fact[];
}

/** A pair with what several checks need of it; worked out when the first one asks. */
export interface CheckInput extends Omit<CheckedPair, 'source' | 'target'> {
  readonly source: Side;
  readonly target: Side;
  readonly difference: Difference;
  /** What typography would set otherwise in the target. */
  readonly changes: readonly Change[];
}

/** A finding as a check tells it; what all its findings have in common is added. */
export type Found = Pick<Finding, 'start' | 'end'> & Partial<Pick<Finding, 'severity' | 'says' | 'side' | 'values'>>;

export interface Check {
  readonly code: CheckCode;
  readonly severity: Severity;
  /** Languages of the target that it is for; all where there is none. */
  readonly languages?: readonly StudioLocale[];
  readonly find: (input: CheckInput) => readonly Found[];
}

import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import { pairOf } from '../../release/vouched.ts';
import type { Unit } from '../ledger/unit.ts';
import { type Line, printOf } from './line.ts';
import { type LineState, lineStates } from './line-states.ts';

/** What of a document decides on the state of its lines besides the line itself. */
export interface Ground {
  /** Source and text that were declared to say the same, as `pairOf` has it. */
  readonly said: ReadonlySet<string>;
  /** Whether the source was published again after the text, where nothing is remembered that would tell more. */
  readonly isLate: boolean;
}

/**
 * Where one segment stands. A text that a person has written since it was accepted is theirs: it counts as translated as long as the
 * source is what was accepted.
 */
export const stateOf = ({ unit, source, target }: Line, ground: Ground): LineState => {
  if (source === null)
    return unit === null || unit.apart?.kind === 'only-here' || !unit.accepted ? 'only-here' : 'outdated';
  if (target === null) return unit?.apart?.kind === 'left-out' ? 'left-out' : 'missing';
  const [s, t] = [printOf(source), printOf(target)];
  const isReviewed = unit?.review?.fingerprint === s && unit.review.targetFingerprint === t;
  if (ground.said.has(pairOf(s, t))) return isReviewed ? 'reviewed' : 'translated';
  if (unit === null) return ground.isLate ? 'outdated' : 'translated';
  if (isMachine(unit, t)) return lastSource(unit) === s ? 'machine' : 'outdated';
  return unit.accepted === null || unit.accepted.fingerprint === s ? 'translated' : 'outdated';
};

/** Whether the text is the machine's own, word for word. */
const isMachine = ({ origin, target }: Unit, print: string): boolean =>
  origin === 'machine' && target !== null && fingerprintOf(target) === print;

const lastSource = ({ source }: Unit): string => (source === null ? '' : fingerprintOf(source));

export type Counts = Readonly<Record<LineState, number>>;

export const countStates = (states: readonly LineState[]): Counts =>
  Object.fromEntries(lineStates.map((state) => [state, states.filter((one) => one === state).length])) as Record<
    LineState,
    number
  >;

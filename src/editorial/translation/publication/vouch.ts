import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import { pairOf } from '../../release/vouched.ts';
import { type Actor, accept, vouchBeside } from '../ledger/acts.ts';
import type { LedgerRow } from '../ledger/row.ts';
import type { Unit } from '../ledger/unit.ts';
import { saidPairs } from '../ledger/vouched-of.ts';
import { type Line, printOf } from '../lines/line.ts';
import { pairUp } from '../lines/pair-up.ts';
import type { Words } from '../lines/sheet.ts';

/** The source as it is published; before its first publication, as it is written. */
const sourceFor = ({ publicSource, source }: Words) => (publicSource.length > 0 ? publicSource : source);

const accepting: readonly string[] = ['translated', 'kept', 'imported', 'reviewed', 'apart', 'published', 'machine'];

/** Whether translators have decided on it, and not only a publisher who let the language go out. */
const isDecided = ({ acts }: Unit): boolean => {
  const last = acts.findLast(({ act }) => accepting.includes(act));
  return last !== undefined && last.act !== 'published';
};

const isAsAccepted = ({ target }: Unit, line: Line): boolean =>
  (target === null ? '' : fingerprintOf(target)) === printOf(line.target);

/**
 * What a publication of a language says of one line: whoever publishes vouches that what goes out says what the source says,
 * where nobody has decided on it. What translators know to follow an older source, or to be the machine’s, stays so; what
 * runs ahead of the published source is vouched for beside what they accepted.
 */
const vouched = (line: Line, said: ReadonlySet<string>, written: ReadonlySet<string>, actor: Actor): Unit | null => {
  const { unit, source, target } = line;
  if (source === null) return null;
  if (said.has(pairOf(printOf(source), printOf(target)))) return null;
  if (target === null && unit?.apart?.kind === 'left-out') return null;
  if (unit && isDecided(unit) && isAsAccepted(unit, line)) {
    const isAhead = unit.accepted !== null && written.has(unit.accepted.fingerprint);
    return isAhead ? vouchBeside(line, actor) : null;
  }
  const origin = unit && isAsAccepted(unit, line) ? unit.origin : 'human';
  return accept(line, 'published', { source: source.content, target: target?.content ?? null, origin }, actor);
};

/** Units that change when a language is published. */
export const vouchedUnits = (words: Words, { units }: Pick<LedgerRow, 'units'>, actor: Actor): Unit[] => {
  const written = new Set(words.source.map(printOf));
  const said = saidPairs(units);
  return pairUp(sourceFor(words), words.publicTarget, units).flatMap(
    (line) => vouched(line, said, written, actor) ?? [],
  );
};

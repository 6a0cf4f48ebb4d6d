import { fingerprintOf } from '#translation/drift/fingerprint.ts';
import { pairOf, type Vouched } from '../../release/vouched.ts';
import type { LedgerRow } from './row.ts';
import type { Act, Unit } from './unit.ts';

const isPair = ({ act, fingerprint, target }: Act): boolean =>
  fingerprint !== '' && (target !== '' || act === 'published');

const pairsOf = (units: readonly Unit[], isOf: (act: Act) => boolean): string[] => {
  const acts = units.flatMap(({ acts }) => acts).filter((act) => isPair(act) && isOf(act));
  return unique(acts.map(({ fingerprint, target }) => pairOf(fingerprint, target)));
};

/** Which source and text were ever declared to say the same. */
export const saidPairs = (units: readonly Unit[]): Set<string> =>
  new Set(pairsOf(units, ({ act }) => act !== 'machine'));

const unique = (list: readonly string[]): string[] => [...new Set(list)];

/** What the gate needs of a row. */
export const vouchedOf = ({ units, corrections }: Pick<LedgerRow, 'units' | 'corrections'>): Vouched => {
  const leftOut = units.filter(({ apart }) => apart?.kind === 'left-out');
  const onlyHere = units.filter(({ apart }) => apart?.kind === 'only-here');
  return {
    said: pairsOf(units, ({ act }) => act !== 'machine'),
    machine: pairsOf(units, ({ act }) => act === 'machine'),
    leftOut: unique(
      leftOut.flatMap(({ source, seen }) => [source, seen].filter((one) => one !== null).map(fingerprintOf)),
    ),
    onlyHere: unique(onlyHere.flatMap(({ target }) => (target ? [fingerprintOf(target)] : []))),
    corrected: unique(corrections.flatMap(({ changed }) => changed)),
    removed: unique(corrections.flatMap(({ removed }) => removed)),
  };
};

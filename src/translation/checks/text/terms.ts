import type { TermFault } from '../../terms/term-findings.ts';
import type { Check, CheckInput, Found } from '../check.ts';

const told = ({ terms = [] }: CheckInput, faults: readonly TermFault[], code: string): Found[] =>
  terms
    .filter(({ fault }) => faults.includes(fault))
    .map(({ fault, side, start, end, found, instead, reason, stops }) => ({
      says: instead.length === 0 && fault !== 'missing' ? `${code}-${fault}-alone` : `${code}-${fault}`,
      severity: stops ? 'stops' : 'warns',
      side,
      start,
      end,
      values: { found, instead: instead.join(' / '), ...(reason === undefined ? {} : { reason }) },
    }));

/** Official names of the source that the translation does not name by their approved form. */
export const terms: Check = {
  code: 'terms',
  severity: 'warns',
  find: (input) => told(input, ['missing'], 'terms'),
};

/** Forms that the registry forbids, that are official no longer, or not yet. */
export const forbiddenNames: Check = {
  code: 'forbidden-names',
  severity: 'stops',
  find: (input) => told(input, ['forbidden', 'obsolete', 'early'], 'forbidden-names'),
};

import type { ExchangeState } from '../document.ts';

/** States of XLIFF 1.2 for those of 2.1. */
export const state1: Readonly<Record<ExchangeState, string>> = {
  initial: 'needs-translation',
  translated: 'translated',
  reviewed: 'signed-off',
  final: 'final',
};

const read: Readonly<Record<string, ExchangeState>> = {
  ...{ final: 'final', 'signed-off': 'reviewed', translated: 'translated' },
  ...{
    'needs-review-translation': 'translated',
    'needs-review-adaptation': 'translated',
    'needs-review-l10n': 'translated',
  },
  ...{ new: 'initial', 'needs-translation': 'initial', 'needs-adaptation': 'initial', 'needs-l10n': 'initial' },
};

/**
 * How far a target has come by what XLIFF 1.2 says of it. A tool that says nothing of a target has translated it.
 * @param approved whether somebody has approved the unit
 */
export const readState1 = (state: string | undefined, approved: boolean): ExchangeState => {
  const stated = state !== undefined && Object.hasOwn(read, state) ? read[state] : undefined;
  const found = stated ?? 'translated';
  return approved && (found === 'translated' || stated === undefined) ? 'reviewed' : found;
};

import type { RuleName } from '../../typography/page.ts';
import type { Change } from '../../typography/typeset.ts';
import type { Check, Found } from '../check.ts';
import type { CheckCode } from '../check-codes.ts';

/** What is told of a change; undefined where it is no fault. */
export type Told = (change: Change) => string | undefined;

const found = (change: Change, says: string): Found => ({
  says,
  start: change.start,
  end: change.end,
  values: { found: change.before, instead: change.after },
});

/**
 * A check that finds what typography would set otherwise by some of its rules: what it says is what one key mends. Addresses, times,
 * code and numbers of documents are left alone there, and so here.
 */
export const setOtherwise = (
  code: CheckCode,
  language: 'vi' | 'en' | 'fr' | 'zh',
  rules: readonly RuleName[],
  told: Told = () => code,
): Check => ({
  code,
  severity: 'warns',
  languages: [language],
  find: ({ changes }) =>
    changes
      .filter(({ rule }) => rules.includes(rule))
      .flatMap((change) => {
        const says = told(change);
        return says === undefined ? [] : [found(change, says)];
      }),
});

import { allChecks } from './all-checks.ts';
import type { Check, CheckedPair, CheckInput, Finding } from './check.ts';
import { checkInput } from './check-input.ts';

/** Of a text without a word there is nothing else to say. */
const silenceOthers: readonly Finding['check'][] = ['empty'];
/** A text in the wrong language is told once: what it lacks of the right one follows from it. */
const insteadOfOthers: readonly Finding['check'][] = ['wrong-language', 'unchanged'];
const ofLanguage = /^(?:french|english|vietnamese|chinese)-/;

const findingsOf = ({ code, severity, languages, find }: Check, input: CheckInput): Finding[] => {
  if (languages && !languages.includes(input.targetLocale)) return [];
  return find(input).map((found) => ({ check: code, severity, says: code, side: 'target', values: {}, ...found }));
};

/**
 * Looks a segment through in two languages.
 * @param pair the codes of the target are numbered after the source's (`matchCodes`)
 * @returns findings in the order of `checkCodes`, within a check in reading order; none where all is well
 */
export const runChecks = (pair: CheckedPair): Finding[] => {
  const input = checkInput(pair);
  const all = allChecks.flatMap((check) => findingsOf(check, input));
  const only = all.filter(({ check }) => silenceOthers.includes(check));
  if (only.length > 0) return only;
  const isOther = all.some(({ check }) => insteadOfOthers.includes(check));
  return isOther ? all.filter(({ check }) => !ofLanguage.test(check)) : all;
};

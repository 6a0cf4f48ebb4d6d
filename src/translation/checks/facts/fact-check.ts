import type { Fact, FactKind } from '../../facts/fact.ts';
import type { Check, CheckInput, Found } from '../check.ts';
import type { CheckCode } from '../check-codes.ts';

/** Which check tells of a fact of a kind. */
const checkOf: Record<FactKind, CheckCode> = {
  number: 'numbers',
  percent: 'percentages',
  date: 'dates',
  time: 'times',
  amount: 'amounts',
  quantity: 'units',
  phone: 'telephone-numbers',
  document: 'document-numbers',
  web: 'addresses',
  mail: 'addresses',
};

/** What is said in words is told of by a check of its own: mười lăm and sixteen. */
const isNumberInWords = ({ inWords, kind }: Fact): boolean => inWords && (kind === 'number' || kind === 'quantity');

const checkOfOne = (one: Fact): CheckCode => (isNumberInWords(one) ? 'number-words' : checkOf[one.kind]);

/** Of a pair, the side that says more of what it is names the check. */
const checkOfPair = (source: Fact, target: Fact): CheckCode => {
  if (isNumberInWords(source) || isNumberInWords(target)) return 'number-words';
  return checkOf[source.kind === 'number' ? target.kind : source.kind];
};

/**
 * Good translators leave out and add a weekday and a month alone (this Tuesday): they are told of where the other language says
 * another one, not where it says none.
 */
const isTold = ({ value }: Fact): boolean => !/^(?:w\d|--\d\d)$/.test(value);

const words = (text: string, { start, end }: Fact): string => text.slice(start, end).trim();

const others = ({ difference, source, target }: CheckInput, code: CheckCode): Found[] =>
  difference.other
    .filter((pair) => checkOfPair(pair.source, pair.target) === code)
    .map((pair) => ({
      says: 'fact-other',
      start: pair.target.start,
      end: pair.target.end,
      values: { source: words(source.text, pair.source), target: words(target.text, pair.target) },
    }));

const alone = (
  { source, target }: CheckInput,
  facts: readonly Fact[],
  code: CheckCode,
  side: 'source' | 'target',
): Found[] =>
  facts
    .filter((one) => isTold(one) && checkOfOne(one) === code)
    .map((one) => {
      const found = words(side === 'source' ? source.text : target.text, one);
      return {
        says: side === 'source' ? 'fact-lost' : 'fact-added',
        side,
        start: one.start,
        end: one.end,
        values: { [side]: found },
      };
    });

/** A check of one sort of facts: other than in the source, lost, or added. */
export const factCheck = (code: CheckCode): Check => ({
  code,
  severity: 'warns',
  find: (input) => [
    ...others(input, code),
    ...alone(input, input.difference.lost, code, 'source'),
    ...alone(input, input.difference.added, code, 'target'),
  ],
});

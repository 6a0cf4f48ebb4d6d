import type { Check } from './check.ts';
import { checkCodes } from './check-codes.ts';
import { addresses } from './facts/addresses.ts';
import { amounts } from './facts/amounts.ts';
import { dates } from './facts/dates.ts';
import { documentNumbers } from './facts/document-numbers.ts';
import { numberWords } from './facts/number-words.ts';
import { numbers } from './facts/numbers.ts';
import { percentages } from './facts/percentages.ts';
import { telephoneNumbers } from './facts/telephone-numbers.ts';
import { times } from './facts/times.ts';
import { units } from './facts/units.ts';
import { chinesePunctuation } from './languages/chinese-punctuation.ts';
import { chineseQuotes } from './languages/chinese-quotes.ts';
import { chineseSpaces } from './languages/chinese-spaces.ts';
import { englishQuotes } from './languages/english-quotes.ts';
import { foreignLetters } from './languages/foreign-letters.ts';
import { frenchQuotes } from './languages/french-quotes.ts';
import { frenchSpacing } from './languages/french-spacing.ts';
import { vietnameseComposition } from './languages/vietnamese-composition.ts';
import { vietnameseQuotes } from './languages/vietnamese-quotes.ts';
import { vietnameseTones } from './languages/vietnamese-tones.ts';
import { wrongLanguage } from './languages/wrong-language.ts';
import { codes } from './text/codes.ts';
import { doubledWords } from './text/doubled-words.ts';
import { empty } from './text/empty.ts';
import { forbiddenNames, terms } from './text/terms.ts';
import { tooLong } from './text/too-long.ts';
import { unchanged } from './text/unchanged.ts';

const every: readonly Check[] = [
  ...[numbers, dates, times, amounts, percentages, units, telephoneNumbers, documentNumbers, addresses, numberWords],
  ...[empty, codes, tooLong, terms, forbiddenNames, unchanged, doubledWords, foreignLetters, wrongLanguage],
  ...[frenchSpacing, frenchQuotes, englishQuotes, vietnameseQuotes, vietnameseComposition, vietnameseTones],
  ...[chinesePunctuation, chineseSpaces, chineseQuotes],
];

/** Every check, in the order of their codes. */
export const allChecks: readonly Check[] = [...every].sort(
  (a, b) => checkCodes.indexOf(a.code) - checkCodes.indexOf(b.code),
);

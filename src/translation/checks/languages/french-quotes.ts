import { quotesCheck } from './quotes.ts';

/** « and », with “ ” for a quotation within a quotation. */
export const frenchQuotes = quotesCheck({
  code: 'french-quotes',
  locale: 'fr',
  foreign: /[„「」『』]/gu,
  pair: ['«', '»'],
});

import { quotesCheck } from './quotes.ts';

/** “ and ”; straight ones are set by typography and are no fault. */
export const englishQuotes = quotesCheck({
  code: 'english-quotes',
  locale: 'en',
  foreign: /[«»„「」『』]/gu,
  pair: ['“', '”'],
});

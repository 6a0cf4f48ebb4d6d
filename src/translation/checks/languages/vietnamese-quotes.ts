import { quotesCheck } from './quotes.ts';

/** “ and ”; straight ones are set by typography and are no fault. */
export const vietnameseQuotes = quotesCheck({
  code: 'vietnamese-quotes',
  locale: 'vi',
  foreign: /[«»„「」『』]/gu,
  pair: ['“', '”'],
});

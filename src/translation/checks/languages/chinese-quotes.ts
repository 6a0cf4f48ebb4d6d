import { quotesCheck } from './quotes.ts';

/** “ and ” (GB/T 15834); 「 」 are of traditional Chinese, straight ones of half width. */
export const chineseQuotes = quotesCheck({
  code: 'chinese-quotes',
  locale: 'zh',
  foreign: /[«»„「」『』]/gu,
  pair: ['“', '”'],
});

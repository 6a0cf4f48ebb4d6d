import type { Check, Found } from '../check.ts';

const words = /[\p{L}\p{M}]+/gu;
/** Letters that look like others: eth for đ, African and Icelandic capitals for Đ. */
const lookAlike = /[ðÐƉɖ]/u;
const ofVietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
const notOfVietnamese = /[äëïöüçñåøæœßǎǐǒǔěčšžłńśźżőűğışţýÿ]/iu;
const vietnameseLetter = /ý/iu;
/** Shapes of dictionaries and of other encodings in the place of characters. */
const radicals = /[\u2e80-\u2fdf\uf900-\ufaff]+/gu;
/** Nothing to see, though something is there. */
const unseen = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufffd]/gu;

const isMixed = (word: string): boolean =>
  /\p{Script=Latin}/u.test(word) &&
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word);

const isStrayInVietnamese = (word: string): boolean => {
  const composed = word.normalize('NFC');
  if (/[ǎǐǒǔǍǏǑǓ]/u.test(composed)) return true;
  const strange = composed.replace(new RegExp(vietnameseLetter, 'giu'), '');
  return ofVietnamese.test(composed) && notOfVietnamese.test(strange);
};

const found = (says: string, start: number, text: string): Found => ({
  says,
  start,
  end: start + text.length,
  values: { found: text },
});

const inWords = (text: string, locale: string): Found[] =>
  [...text.matchAll(words)].flatMap(({ 0: word, index }) => {
    if (isMixed(word)) return [found('foreign-letters-mixed', index, word)];
    if (locale !== 'zh' && lookAlike.test(word) && !/[þæ]/iu.test(word))
      return [found('foreign-letters-like', index, word)];
    return locale === 'vi' && isStrayInVietnamese(word) ? [found('foreign-letters-marks', index, word)] : [];
  });

/** Letters of another alphabet that look like the right ones, and signs that nobody sees. */
export const foreignLetters: Check = {
  code: 'foreign-letters',
  severity: 'warns',
  find: ({ target: { text, locale } }) => [
    ...inWords(text, locale),
    ...[...text.matchAll(radicals)].map(({ 0: sign, index }) => found('foreign-letters-like', index, sign)),
    ...[...text.matchAll(unseen)].map(({ 0: sign, index }) => ({
      ...found('foreign-letters-unseen', index, sign),
      values: { found: `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` },
    })),
  ],
};

import type { StudioLocale } from '#languages/locales.ts';
import type { Check, Found } from '../check.ts';

/** A word, white space, and the word again, both in small letters: names double themselves (Bora Bora). */
const twice = /(?<![\p{L}\p{M}\p{N}’'-])(?<word>\p{Ll}[\p{Ll}\p{M}]*)\s+\k<word>(?![\p{L}\p{M}\p{N}’'-])/gu;

/** What a language says twice on purpose. */
const usual: Record<'en' | 'fr', RegExp> = {
  en: /^(?:that|had|very|really|long|no|so|bye|ha|la|do|is|her)$/u,
  fr: /^(?:nous|vous|très|bien|non|oui|si|ha|la|en|faire)$/u,
};

/** Vietnamese doubles words for many or for a little (ngày ngày, xanh xanh); these it does not. */
const vietnamese =
  /^(?:là|và|của|các|những|được|bị|đã|đang|sẽ|cho|với|tại|trong|trên|dưới|từ|để|khi|nếu|thì|mà|này|đó|có|không|cũng|theo|về|do|bởi|hoặc|nhưng|vì|nên|ở|rằng|đến|vào)$/u;

const chinese = [
  /(?<!目)(?<word>的)\k<word>(?!确)/gu,
  /(?<word>[是在和与及被把将对]|我们|他们|以及|但是|因为|所以)\k<word>/gu,
  /(?<word>\p{Script=Han}{3,8})\k<word>/gu,
];

const isWrong = (word: string, locale: StudioLocale): boolean => {
  if (locale === 'vi') return vietnamese.test(word);
  return locale === 'zh' || !usual[locale].test(word);
};

const doubled = (text: string, locale: StudioLocale): Found[] =>
  (locale === 'zh' ? chinese : [twice])
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(({ 0: whole, index, groups }) => {
      const word = groups?.word ?? '';
      return isWrong(word, locale) ? [{ start: index, end: index + whole.length, values: { word } }] : [];
    });

/** A word that stands twice, one after the other. */
export const doubledWords: Check = {
  code: 'doubled-words',
  severity: 'warns',
  find: ({ target: { text, locale } }) => doubled(text, locale),
};

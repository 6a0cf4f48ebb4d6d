import type { StudioLocale } from '#languages/locales.ts';

const marks: Record<StudioLocale, readonly [open: string, close: string, more: string]> = {
  vi: ['“', '”', '…'],
  en: ['“', '”', '…'],
  fr: ['«\u202f', '\u202f»', '…'],
  zh: ['“', '”', '……'],
};

/** French sets a narrow space before tall marks and a no-break space before the colon. */
const spaced = (text: string): string =>
  text
    .replace(/«[ \u00a0\u202f]?/g, '«\u202f')
    .replace(/[ \u00a0\u202f]?([;!?»])(?=$|[\s.,)])/g, '\u202f$1')
    .replace(/[ \u00a0\u202f]?:(?=$|\s)/g, '\u00a0:');

/** Chinese has full-width marks beside its own characters, and quotation marks of the mainland. */
const fullWidth = (text: string): string =>
  text
    .replace(/[「『]/g, '“')
    .replace(/[」』]/g, '”')
    .replace(/(?<=[\p{Script=Han}”]) ?\((.*?)\)/gu, '（$1）')
    .replace(/(?<=[\p{Script=Han}”）]) ?: ?/gu, '：')
    .replace(/([，。；：！？、]) +/g, '$1');

/** Sets a text of Payload's as its language is printed: quotation marks, apostrophes, ellipses, in French spaces, in Chinese widths. */
export const typeset = (text: string, language: StudioLocale): string => {
  const [open, close, more] = marks[language];
  const set = text
    .replace(/(?<!=)"([^"<>]*)"/g, `${open}$1${close}`)
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/\s?\.\.\./g, more);
  if (language === 'fr') return spaced(set);
  return language === 'zh' ? fullWidth(set) : set;
};

type Words = { readonly [key: string]: string | Words };

/** The same for a tree of texts. */
export const typesetAll = <T extends object>(words: T, language: StudioLocale): T => {
  const set = (value: string | Words): string | Words =>
    typeof value === 'string'
      ? typeset(value, language)
      : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, set(each)]));
  return set(words as unknown as Words) as unknown as T;
};

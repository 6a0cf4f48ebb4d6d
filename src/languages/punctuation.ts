import type { StudioLocale } from './locales.ts';

/** French keeps a no-break space before the colon, Chinese has a full-width one without any. */
const colons: Record<StudioLocale, string> = { vi: ': ', en: ': ', fr: '\u00a0: ', zh: '：' };

/** A label and what is said of it: `Title: too long`. */
export const labelled = (label: string, words: string, language: StudioLocale): string =>
  `${label}${colons[language]}${words}`;

/** Names one after another, as they stand in a sentence. */
export const listed = (names: readonly string[], language: StudioLocale): string =>
  names.join(language === 'zh' ? '、' : ', ');

/** A name and, in round brackets, what is to be said of it; Chinese has brackets of its own width. */
export const inBrackets = (name: string, words: string, language: StudioLocale): string =>
  language === 'zh' ? `${name}（${words}）` : `${name} (${words})`;

/** Words as somebody else's: French has its own marks, with a narrow no-break space within. */
export const quoted = (words: string, language: StudioLocale): string =>
  language === 'fr' ? `«\u202f${words}\u202f»` : `“${words}”`;

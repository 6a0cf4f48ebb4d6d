import { isStudioLocale, type StudioLocale, toPublicLocale } from '#languages/locales.ts';

/** A language that a file can hold words in: one of the studio’s, or Chinese in the traditional script. */
export type ExchangeLocale = StudioLocale | 'zh-Hant';

/** The tag that a file says (BCP 47): Simplified Chinese is `zh-Hans`, for a tool must not guess the script. */
export const tagOf = (locale: ExchangeLocale): string => (locale === 'zh-Hant' ? locale : toPublicLocale(locale));

/**
 * The language of ours that a tag of a foreign tool means: `en-US` is `en`, `zh_CN` is `zh`, `zh-TW` is `zh-Hant`.
 * @returns null where it is none of ours, or no tag
 */
export const localeOfTag = (tag: string | undefined): ExchangeLocale | null => {
  if (tag === undefined || tag.length > 60) return null;
  const locale = parsed(tag.trim().replaceAll('_', '-'));
  if (!locale) return null;
  const { language, script } = locale.maximize();
  if (language === 'zh' && script === 'Hant') return 'zh-Hant';
  return isStudioLocale(language) ? language : null;
};

const parsed = (tag: string): Intl.Locale | null => {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
};

import type { StudioLocale } from '#languages/locales.ts';
import { mendedChinese } from './mended-chinese.ts';
import { mendedEnglish } from './mended-english.ts';
import { mendedFrench } from './mended-french.ts';
import { mendedVietnamese } from './mended-vietnamese.ts';

type Mended = Record<string, Record<string, string>>;

/** Words that Payload ships and that read wrong in our studio, by language, namespace and key. */
export const mendedWords: Record<StudioLocale, Mended> = {
  vi: mendedVietnamese,
  en: mendedEnglish,
  fr: mendedFrench,
  zh: mendedChinese,
};

import type { StudioLocale } from '#languages/locales.ts';

type Mended = Record<string, Record<string, string>>;

/** Words that Payload ships and that read wrong in our studio, by language, namespace and key. */
export const mendedWords: Record<StudioLocale, Mended> = {
  vi: { general: { locale: 'Đang soạn bằng' } },
  en: { general: { locale: 'Writing in' } },
  fr: { general: { locale: 'Rédaction en' } },
  zh: { general: { locale: '编辑语言' } },
};

import type { StudioLocale } from '#languages/locales.ts';

type Mended = Record<string, Record<string, string>>;

/** Words that Payload ships and that read wrong in our studio, by language, namespace and key. */
export const mendedWords: Record<StudioLocale, Mended> = {
  vi: {
    general: { locale: 'Đang soạn bằng' },
    version: {
      currentDraft: 'Bản nháp hiện tại',
      previouslyPublished: 'Bản trước',
      previousVersion: 'Phiên bản trước',
      versions: 'Lịch sử',
    },
  },
  en: {
    general: { locale: 'Writing in' },
    version: { previouslyPublished: 'Earlier version', versions: 'History' },
  },
  fr: {
    general: { locale: 'Rédaction en' },
    version: { previouslyPublished: 'Version antérieure', versions: 'Historique' },
  },
  zh: {
    general: { locale: '编辑语言' },
    version: { previouslyPublished: '较早版本', versions: '历史' },
  },
};

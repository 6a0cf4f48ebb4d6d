import type { StudioLocale } from '#languages/locales.ts';

type Mended = Record<string, Record<string, string>>;

/** Words that Payload ships and that read wrong in our studio, by language, namespace and key. */
export const mendedWords: Record<StudioLocale, Mended> = {
  vi: {
    general: { locale: 'Đang soạn bằng', noLabel: '({{label}}: chưa có)' },
    version: {
      currentDraft: 'Bản nháp hiện tại',
      previouslyPublished: 'Bản trước',
      previousVersion: 'Phiên bản trước',
      versions: 'Lịch sử',
    },
  },
  en: {
    general: { locale: 'Writing in', noLabel: '(no {{label}})' },
    version: { previouslyPublished: 'Earlier version', versions: 'History' },
  },
  fr: {
    general: {
      locale: 'Rédaction en',
      noLabel: '({{label}}\u00a0: absent)',
      createNew: 'Créer',
      createNewLabel: 'Créer\u00a0: {{label}}',
      creatingNewLabel: 'Création\u00a0: {{label}}',
    },
    version: { previouslyPublished: 'Version antérieure', versions: 'Historique' },
  },
  zh: {
    general: {
      locale: '编辑语言',
      noLabel: '（无{{label}}）',
      createNew: '新建',
      createNewLabel: '新建{{label}}',
      creatingNewLabel: '新建{{label}}',
    },
    version: { previouslyPublished: '较早版本', versions: '历史' },
  },
};

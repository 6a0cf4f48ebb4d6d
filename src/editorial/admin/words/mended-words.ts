import type { StudioLocale } from '#languages/locales.ts';
import { mendedEnglish } from './mended-english.ts';
import { mendedFrench } from './mended-french.ts';

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
  en: mendedEnglish,
  fr: mendedFrench,
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

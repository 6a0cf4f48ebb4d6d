import type { PublicLocale } from '#languages/locales.ts';
import en from '#locales/en/viewer.json' with { type: 'json' };
import fr from '#locales/fr/viewer.json' with { type: 'json' };
import vi from '#locales/vi/viewer.json' with { type: 'json' };
import zh from '#locales/zh/viewer.json' with { type: 'json' };
import type { UsageWords } from '#media/rights/usage-text.ts';

const words: Readonly<Record<PublicLocale, UsageWords>> = { vi, en, fr, 'zh-Hans': zh };

/** Words in which files say how they may be used. */
export const usageWords = (locale: PublicLocale): UsageWords => words[locale];

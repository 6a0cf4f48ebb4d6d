import { isPublicLocale, type PublicLocale } from './locales.ts';

/** Other tags under which readers look for one of ours: they lead to it. */
const others: Readonly<Record<string, PublicLocale>> = {
  zh: 'zh-Hans',
  'zh-CN': 'zh-Hans',
  'zh-SG': 'zh-Hans',
  'zh-TW': 'zh-Hant',
  'zh-HK': 'zh-Hant',
  'zh-MO': 'zh-Hant',
};

/**
 * The language that somebody means by a tag as it stands in an address.
 * @returns null where it is none of ours
 */
export const publicLocaleNamed = (tag: unknown): PublicLocale | null => {
  if (isPublicLocale(tag)) return tag;
  return typeof tag === 'string' && Object.hasOwn(others, tag) ? (others[tag] ?? null) : null;
};

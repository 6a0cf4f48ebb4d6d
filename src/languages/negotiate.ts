import { type PublicLocale, publicLocales, type StudioLocale, studioLocales, toPublicLocale } from './locales.ts';

/**
 * The language of ours that suits an `Accept-Language` header best (RFC 9110, 12.5.4, with ranges cut from the right as
 * in RFC 4647 lookup: `zh-Hans-CN` finds `zh`).
 * @returns null where none of ours is asked for
 */
export const negotiate = (header: string | null | undefined): StudioLocale | null =>
  firstOf(header, (range) => studioOf(range), studioLocales[0]);

/**
 * The same among the languages of the public: Chinese in the script that whoever asks for it reads, so that `zh-TW`, `zh-HK`
 * and `zh-MO` find `zh-Hant`.
 */
export const negotiatePublic = (header: string | null | undefined): PublicLocale | null =>
  firstOf(header, publicOf, publicLocales[0]);

const firstOf = <L extends string>(
  header: string | null | undefined,
  find: (range: string) => L | null | undefined,
  any: L,
): L | null => {
  const wishes = (header ?? '').slice(0, 1000).split(',').map(readWish);
  const sorted = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { range } of sorted) {
    const found = range === '*' ? any : find(range);
    if (found) return found;
  }
  return null;
};

const studioOf = (range: string): StudioLocale | undefined =>
  studioLocales.find((locale) => range === locale || range.startsWith(`${locale}-`));

const publicOf = (range: string): PublicLocale | null => {
  const locale = studioOf(range);
  if (!locale) return null;
  return locale === 'zh' && scriptOf(range) === 'Hant' ? 'zh-Hant' : toPublicLocale(locale);
};

/** The script that a tag says, or that is usual where it is spoken; null where it is no tag at all. */
const scriptOf = (tag: string): string | null => {
  try {
    return new Intl.Locale(tag).maximize().script ?? null;
  } catch {
    return null;
  }
};

const readWish = (text: string): { range: string; weight: number } => {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((part) => part.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { range, weight: range !== '' && weight >= 0 && weight <= 1 ? weight : 0 };
};

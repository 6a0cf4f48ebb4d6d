import { type StudioLocale, studioLocales } from './locales.ts';

/**
 * The language of ours that suits an `Accept-Language` header best (RFC 9110, 12.5.4, with ranges cut from the right as
 * in RFC 4647 lookup: `zh-Hans-CN` finds `zh`).
 * @returns null where none of ours is asked for
 */
export const negotiate = (header: string | null | undefined): StudioLocale | null => {
  const wishes = (header ?? '').slice(0, 1000).split(',').map(readWish);
  const sorted = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { range } of sorted) {
    if (range === '*') return studioLocales[0];
    const found = studioLocales.find((locale) => range === locale || range.startsWith(`${locale}-`));
    if (found) return found;
  }
  return null;
};

const readWish = (text: string): { range: string; weight: number } => {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((part) => part.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { range, weight: range !== '' && weight >= 0 && weight <= 1 ? weight : 0 };
};

import { isPublicLocale, type PublicLocale } from '#languages/locales.ts';

const localeOf = (range: string): PublicLocale | null => {
  const language = range.toLowerCase().split('-')[0] ?? '';
  if (language === 'zh') return 'zh-Hans';
  return isPublicLocale(language) ? language : null;
};

/** The language in which to speak where the address names none; `otherwise` when the client names none of ours. */
export const pickLocale = (header: string | undefined, otherwise: PublicLocale = 'vi'): PublicLocale => {
  let [best, weight]: [PublicLocale, number] = [otherwise, 0];
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const given = parameters.find((parameter) => parameter.startsWith('q='));
    const quality = given === undefined ? 1 : Number(given.slice(2));
    const locale = localeOf(range);
    if (locale && quality > weight) [best, weight] = [locale, quality];
  }
  return best;
};

import type { StudioLocale } from '#languages/locales.ts';
import type { Found } from '../fact.ts';
import { hanNumber } from '../numbers/han.ts';

const patterns: Record<StudioLocale, RegExp> = {
  en: /(?<![\d.,$€£])['’]?(?<years>1[0-9]\d0|20\d0|\d0)['’]?s(?!\p{L})/gu,
  fr: /(?<!\p{L})(?:les\s)?années\s(?<years>1[0-9]\d0|20\d0|\d0)(?!\d)/giu,
  vi: /(?<!\p{L})(?:thập\s(?:niên|kỷ|kỉ)|những\snăm)\s(?<years>1[0-9]\d0|20\d0|\d0)(?!\d)/giu,
  zh: /(?:(?<century>\d{1,2}|[一二]?十[一二三四五六七八九]?)\s?世纪\s?)?(?<years>(?:1\d|20)?\d0|[一二三四五六七八九]十)\s?年代/gu,
};

const numberOf = (text: string): number => Number(/^\d+$/.test(text) ? text : hanNumber(text));

/**
 * Decades: `193X` for the thirties of the twentieth century, `XX3X` where the century is not said. English says so of an age and of
 * degrees too (in his 40s): that is not certain.
 */
export const readDecades = (text: string, locale: StudioLocale): Found[] =>
  [...text.matchAll(patterns[locale])].map(({ 0: whole, index, groups }) => {
    const years = numberOf(groups?.years ?? '0');
    const century = groups?.century === undefined ? undefined : numberOf(groups.century) - 1;
    const hundreds = years >= 1000 ? Math.floor(years / 100) : century;
    const front = hundreds === undefined ? 'XX' : String(hundreds).padStart(2, '0');
    const value = `${front}${Math.floor((years % 100) / 10)}X`;
    const certain = hundreds !== undefined || locale !== 'en';
    return { kind: 'date', value, start: index, end: index + whole.length, certain };
  });

import type { StudioLocale } from '#languages/locales.ts';
import type { NumberAt } from './said.ts';

const figures: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

const romanValue = (roman: string): number =>
  [...roman].reduce((total, sign, at) => {
    const value = figures[sign] ?? 0;
    return total + (value < (figures[roman[at + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);

const sound = '(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})';
/** Centuries are sure: XIXe siècle, thế kỷ XIX. Elsewhere two letters and more may be a number: Louis XIV, khóa XII. */
const century = new RegExp(`(?<![\\p{L}\\d])(?<roman>(?=[IVX])${sound})(?:e|è|ème|er)(?![\\p{L}\\d])`, 'gu');
const behindWord = new RegExp(`(?<=thế kỷ\\s)(?<roman>${sound})(?![\\p{L}\\d])`, 'gu');
const others = new RegExp(`(?<![\\p{L}\\d.])(?<roman>(?=[IVXLC]{2})${sound})(?![\\p{L}\\d])`, 'gu');

const found = (text: string, pattern: RegExp, certain: boolean): NumberAt[] =>
  [...text.matchAll(pattern)].map(({ 0: whole, index, groups }) => ({
    value: String(romanValue(groups?.roman ?? '')),
    also: [],
    start: index,
    end: index + whole.length,
    inWords: true,
    certain,
  }));

/** Numbers in Roman figures. */
export const readRomans = (text: string, locale: StudioLocale): NumberAt[] => {
  if (!/[IVXLC]/.test(text)) return [];
  const sure = { fr: [century], vi: [behindWord], en: [], zh: [] }[locale].flatMap((one) => found(text, one, true));
  const starts = new Set(sure.map(({ start }) => start));
  return [...sure, ...found(text, others, false).filter(({ start }) => !starts.has(start))];
};

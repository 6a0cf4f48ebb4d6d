import type { StudioLocale } from '#languages/locales.ts';
import type { Found } from '../fact.ts';

const romans = ['I', 'II', 'III', 'IV'];
const words: Record<StudioLocale, readonly string[]> = {
  en: ['first', 'second', 'third', 'fourth'],
  fr: ['premier|1er', 'deuxième|second|2e', 'troisième|3e', 'quatrième|4e'],
  vi: ['một|nhất', 'hai', 'ba', 'tư|bốn'],
  zh: ['一', '二', '三', '四'],
};

const patterns: Record<StudioLocale, (name: string) => RegExp> = {
  en: (name) => new RegExp(`(?<!\\p{L})(?:${name})[ -]quarter(?!\\p{L}|[ -]final)`, 'giu'),
  fr: (name) => new RegExp(`(?<!\\p{L})(?:${name})\\strimestre(?!\\p{L})`, 'giu'),
  vi: (name) => new RegExp(`(?<!\\p{L})quý\\s(?:${name})(?![\\p{L}\\d])`, 'giu'),
  zh: (name) => new RegExp(`第?(?:${name})季度`, 'gu'),
};
const sign = (at: number): RegExp => new RegExp(`(?<![\\p{L}\\d])[QT]${at}(?![\\p{L}\\d])`, 'gu');

/** Names of the quarters of a year: `quý III`, the third quarter, 第三季度; their value is `Q3`. */
export const readQuarters = (text: string, locale: StudioLocale): Found[] =>
  romans.flatMap((roman, at) => {
    const name =
      locale === 'vi' || locale === 'zh' ? `${words[locale][at]}|${roman}|${at + 1}` : `${words[locale][at]}`;
    return [patterns[locale](name), sign(at + 1)].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(
        ({ 0: whole, index }): Found => ({
          kind: 'date',
          value: `Q${at + 1}`,
          start: index,
          end: index + whole.length,
        }),
      ),
    );
  });

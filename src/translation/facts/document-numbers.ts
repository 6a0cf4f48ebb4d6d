import type { Found } from './fact.ts';

/** Decree 30/2020/NĐ-CP, appendix III: number, for laws and decrees the year, abbreviation of kind and of who issued it. */
const pattern =
  /(?<![\p{Script=Latin}\d/])\d{1,5}\s?\/\s?(?:(?:19|20)\d\d\s?\/\s?)?(?:\p{Lu}{1,6}\d{0,3}(?:\s?[-–]\s?\p{Lu}{1,8}\d{0,3}){1,3}|QH\d{1,2}|UBTVQH\d{1,2}|L-CTN)(?![\p{Script=Latin}\d])/gu;

/** Numbers of official documents, such as `1369/QĐ-UBND`, `45/2024/NĐ-CP` and `31/2024/QH15`. */
export const readDocumentNumbers = (text: string): Found[] =>
  [...text.matchAll(pattern)].map(({ 0: number, index }) => ({
    kind: 'document',
    value: number.replace(/\s/g, '').replaceAll('–', '-'),
    start: index,
    end: index + number.length,
  }));

import type { Found } from './fact.ts';

const gap = '[\\s.\\-–]?';
/** From abroad with +, at home with 0, the city's code perhaps in brackets; or three groups and more with dashes. */
const pattern = new RegExp(
  `(?<![\\d\\p{L}/.,])(?:\\+\\d{1,3}${gap}(?:\\(\\d{1,4}\\)${gap})?|\\(0\\d{1,4}\\)\\s?|0\\d{1,4}${gap})\\d{1,4}(?:${gap}\\d{2,4}){1,4}(?![\\d/]|[.,]\\d)|(?<![\\d-])\\d{1,4}-\\d{3}-\\d{3,4}(?:-\\d{4})?(?![\\d-])`,
  'gu',
);

/** Vietnam's own numbers are written with 0 at home and with +84 for the world: both are the same number. */
const canonical = (phone: string): string => {
  const bare = phone.replace(/\(0\)/, '').replace(/[^\d+]/g, '');
  return bare.startsWith('0') ? `+84${bare.slice(1)}` : bare;
};

const isDate = (phone: string): boolean => /^\d{1,2}([.-])\d{1,2}\1(?:19|20)\d\d$/.test(phone);

export const readPhones = (text: string): Found[] =>
  [...text.matchAll(pattern)]
    .filter(({ 0: phone }) => !isDate(phone) && phone.replace(/\D/g, '').length >= 8)
    .map(({ 0: phone, index }) => ({
      kind: 'phone',
      value: canonical(phone),
      start: index,
      end: index + phone.length,
    }));

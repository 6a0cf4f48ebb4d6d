import type { StudioLocale } from '#languages/locales.ts';
import { monthPattern } from './month-words.ts';

const to = {
  en: '\\s?(?:[-–—]|to|and|through|until)\\s?',
  fr: '\\s?(?:[-–—]|au|et|à)\\s?(?:le\\s)?',
  vi: '\\s?(?:[-–—]|đến|tới|và)(?:\\shết)?\\s?(?:ngày\\s)?',
  zh: '\\s?(?:[-–—~～]|至|到|和|、|及)\\s?',
};
const year = '(?<year>(?:1[0-9]|20)\\d\\d)(?!\\d)';
const number = '(?<month>1[0-2]|0?[1-9])';

const english = () => {
  const month = `(?<word>${monthPattern('en')})\\.?`;
  const day = (name: string) => `(?<${name}>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.,:]\\d)`;
  const days = (list: string) => `${day('day')}(?:${to.en}(?:the\\s)?${list})?`;
  return [
    `(?<!\\p{L})${month}\\s(?:the\\s)?${days(`${day('last')}(?!\\s?(?:years|people|million|per\\s?cent|%))`)}(?:,?\\s${year})?`,
    `(?<!\\d|[.,:]|\\d\\s?[-–—]\\s?)${days(day('last'))}\\s(?:of\\s)?${month}(?!\\p{L})(?:,?\\s${year})?`,
    `(?<!\\p{L})${month},?\\s(?:of\\s)?${year}`,
  ];
};

const french = () => {
  const month = `(?<word>${monthPattern('fr')})(?!\\p{L})\\.?`;
  const day = (name: string) => `(?<${name}>\\d{1,2})(?:er)?(?!\\d)`;
  return [
    `(?<!\\d|[.,:])${day('day')}(?:${to.fr}${day('last')})?\\s${month}(?:\\s${year})?`,
    `(?<!\\p{L})${month}\\s${year}`,
  ];
};

const vietnamese = () => {
  const month = `(?:tháng\\s(?:${number}(?!\\d)|(?<word>${monthPattern('vi')})(?!\\p{L})))`;
  const day = (name: string) => `(?<${name}>\\d{1,2})(?!\\d)`;
  const slashed = (sign: string) => `\\s?${sign}\\s?${number}(?!\\d|[.,/]\\d)`;
  return [
    `(?<!\\d|[.,/:])${day('day')}(?:${to.vi}${day('last')})?,?\\s${month}(?:(?:,?\\snăm\\s|\\s?[/-]\\s?|,?\\s)${year})?`,
    `(?<=(?:ngày|mùng|mồng|hôm|sáng|trưa|chiều|tối|đêm|dịp|lễ|từ|đến|và)\\s)${day('day')}(?:${to.vi}${day('last')})?${slashed('[/-]')}`,
    `(?<![\\d/.-])(?<day>\\d{1,2})(?:${to.vi}(?<last>\\d{1,2}))?/${number}(?=\\s?/)\\s?/\\s?${year}`,
    `(?<!\\p{L})(?<!(?:\\d|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|vài|mấy|nhiều)\\s)${month}(?:,?\\snăm\\s|\\s?[/-]\\s?|,?\\s)${year}`,
    `(?<=tháng\\s)${number}\\s?[/-]\\s?${year}`,
    `(?<![\\d/.-])${number}/${year}`,
  ];
};

const chinese = () => {
  const figures = '[〇零一二三四五六七八九十]';
  const day = (name: string) => `(?<${name}>\\d{1,2}|${figures}{1,3})\\s?`;
  const years = `(?<year>(?:1\\d|20)\\d\\d|[一二][〇零一二三四五六七八九]{3})\\s?年\\s?`;
  const month = `(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s?月`;
  return [
    `(?<!\\d)(?:${years})?(?<!\\d)${month}(?:份)?\\s?${day('day')}(?:[日号]?${to.zh}${day('last')})?[日号]`,
    `(?<lunar>[正冬腊])月初?(?<day>[一二三四五六七八九十廿卅]{1,3})(?!月)`,
    `(?<!\\d)${years}${month}份?`,
    `(?<!\\d)${years}(?!代)`,
  ];
};

/** With digits alone, in every language: 3/5/2026, 03.05.2026, 2026-05-03. */
const digits = [
  '(?<![\\d/.-])(?<day>\\d{1,2})(?<sign>[/.-])(?<month>\\d{1,2})\\k<sign>(?<year>(?:1[89]|20)\\d\\d)(?![\\d/-])',
  '(?<![\\d/.-])(?<year>(?:1[89]|20)\\d\\d)(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?![\\d/-])',
];

const compiled = (patterns: readonly string[]): readonly RegExp[] =>
  patterns.map((pattern) => new RegExp(pattern, 'giu'));

/** Dates of two parts and more, the fuller patterns first. A group `last` is the last day of several. */
export const datePatterns: Record<StudioLocale, readonly RegExp[]> = {
  en: compiled([...english(), ...digits]),
  fr: compiled([...french(), ...digits]),
  vi: compiled([...vietnamese(), ...digits]),
  zh: compiled([...chinese(), ...digits]),
};

/** A month by itself, a year by its word, a day by itself: what one word less makes no date any more. */
export const looseDatePatterns: Record<StudioLocale, readonly RegExp[]> = {
  en: [
    /(?<!\p{L})(?:(?<=(?:in|last|next|this|since|by|until|early|late|mid|of|from|to|and|between|every|each|through|late-|early-|mid-)\s?)(?<word>May|March)|(?<word>January|February|April|June|July|August|September|October|November|December))(?!\p{L})/gu,
  ],
  fr: [
    new RegExp(
      `(?<!\\p{L})(?<word>${'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'})(?!\\p{L})`,
      'gu',
    ),
  ],
  vi: compiled([
    `(?<!\\p{L})(?<!(?:\\d|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|vài|mấy|nhiều|hàng|mỗi)\\s)tháng\\s(?:${number}(?!\\d|[.,]\\d)|(?<word>${monthPattern('vi')})(?!\\p{L}))`,
    `(?<!\\p{L})năm\\s${year}`,
    `(?<=(?:ngày|mùng|mồng)\\s)(?<day>\\d{1,2})(?!\\d|[.,/:]\\d)`,
  ]),
  zh: compiled([
    '(?<![\\d第])(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s?月(?!球|亮|光)份?',
    '(?<![\\d第])(?<day>3[01]|[12]\\d|0?[1-9])\\s?[日号](?!线|楼|馆|店|院|球|公路|台)',
  ]),
};

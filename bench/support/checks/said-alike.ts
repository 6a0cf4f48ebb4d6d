import type { StudioLocale } from '#languages/locales.ts';

/** The same in four languages, in the order vi, en, fr, zh. */
type Alike = readonly [string, string, string, string];

const order: readonly StudioLocale[] = ['vi', 'en', 'fr', 'zh'];
export const saidIn = (alike: Alike, locale: StudioLocale): string => alike[order.indexOf(locale)] ?? '';

/** Numbers in words, each near the next. */
export const numberWords: readonly Alike[] = [
  ['mười một', 'eleven', 'onze', '十一'],
  ['mười hai', 'twelve', 'douze', '十二'],
  ['mười lăm', 'fifteen', 'quinze', '十五'],
  ['mười sáu', 'sixteen', 'seize', '十六'],
  ['hai mươi mốt', 'twenty-one', 'vingt et un', '二十一'],
  ['hai mươi tư', 'twenty-four', 'vingt-quatre', '二十四'],
  ['bảy mươi mốt', 'seventy-one', 'soixante et onze', '七十一'],
  ['tám mươi', 'eighty', 'quatre-vingts', '八十'],
  ['chín mươi chín', 'ninety-nine', 'quatre-vingt-dix-neuf', '九十九'],
  ['một trăm linh năm', 'one hundred and five', 'cent cinq', '一百零五'],
  ['ba nghìn', 'three thousand', 'trois mille', '三千'],
  ['hai triệu', 'two million', 'deux millions', '两百万'],
];

export const weekdays: readonly Alike[] = [
  ['vào thứ Hai', 'on Monday', 'lundi', '周一'],
  ['vào thứ Tư', 'on Wednesday', 'mercredi', '周三'],
  ['vào thứ Sáu', 'on Friday', 'vendredi', '周五'],
  ['vào Chủ nhật', 'on Sunday', 'dimanche', '周日'],
];

const months: readonly Alike[] = [
  ['tháng 1', 'January', 'janvier', '1月'],
  ['tháng 3', 'March', 'mars', '3月'],
  ['tháng 5', 'May', 'mai', '5月'],
  ['tháng 8', 'August', 'août', '8月'],
  ['tháng 12', 'December', 'décembre', '12月'],
];

export interface PlainDate {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

export const monthCount = months.length;

/** A date as a language writes it in a sentence; `month` is a place in the list of months. */
export const dateIn = ({ day, month, year }: PlainDate, locale: StudioLocale): string => {
  const name = saidIn(months[month] ?? ['', '', '', ''], locale);
  const ways: Record<StudioLocale, string> = {
    vi: `ngày ${day} ${name} năm ${year}`,
    en: `${name} ${day}, ${year}`,
    fr: `${day} ${name} ${year}`,
    zh: `${year}年${name}${day}日`,
  };
  return ways[locale];
};

const grouped = (number: number, sign: string): string => String(number).replace(/\B(?=(\d{3})+$)/g, sign);

/** Thousands of dong as a language writes them. */
export const dongIn = (thousands: number, locale: StudioLocale): string => {
  const ways: Record<StudioLocale, string> = {
    vi: `${grouped(thousands * 1000, '.')} đồng`,
    en: `VND ${grouped(thousands * 1000, ',')}`,
    fr: `${grouped(thousands * 1000, '\u202f')} dongs`,
    zh: `${thousands / 10}万越盾`,
  };
  return ways[locale];
};

export const timeIn = (hour: number, minute: string, locale: StudioLocale): string => {
  const ways: Record<StudioLocale, string> = {
    vi: `lúc ${hour} giờ ${minute} chiều`,
    en: `at ${hour}.${minute} pm`,
    fr: `à ${hour + 12} h ${minute}`,
    zh: `下午${hour}点${minute}分`,
  };
  return ways[locale];
};

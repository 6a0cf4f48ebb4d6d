import type { StudioLocale } from '#languages/locales.ts';

interface Unit {
  readonly unit: string;
  /** Signs that all languages share, then words by language. */
  readonly sign?: string;
  readonly en?: string;
  readonly fr?: string;
  readonly vi?: string;
  readonly zh?: string;
}

const units: readonly Unit[] = [
  {
    unit: 'km/h',
    sign: 'km/h',
    en: 'kph|kilomet(?:er|re)s? (?:per|an) hour',
    fr: "kilomètres?(?:-| à l['’]| par )heure",
    vi: '(?:ki-?lô-?mét|km)(?: một | mỗi | trên )giờ',
    zh: '公里/小时|公里每小时',
  },
  {
    unit: 'mph',
    sign: 'mph',
    en: 'miles? (?:per|an) hour',
    fr: "milles? à l['’]heure",
    vi: 'dặm(?: một |/| mỗi | trên )giờ',
    zh: '英里/小时|英里每小时',
  },
  {
    unit: 'km2',
    sign: 'km²|km2',
    en: 'square (?:kilomet(?:er|re)s?|km)|sq\\.? km',
    fr: 'kilomètres? carrés?',
    vi: 'ki-?lô-?mét vuông',
    zh: '平方公里|平方千米',
  },
  {
    unit: 'm2',
    sign: 'm²|m2',
    en: 'square met(?:er|re)s?|sq\\.? m',
    fr: 'mètres? carrés?',
    vi: 'mét vuông',
    zh: '平方米|平米',
  },
  { unit: 'm3', sign: 'm³|m3', en: 'cubic met(?:er|re)s?', fr: 'mètres? cubes?', vi: 'mét khối', zh: '立方米' },
  {
    unit: 'sq ft',
    en: 'square (?:feet|foot)|sq\\.? ft',
    fr: 'pieds? carrés?',
    vi: 'feet vuông|bộ vuông',
    zh: '平方英尺',
  },
  { unit: 'sq mi', en: 'square miles?', fr: 'milles? carrés?', vi: 'dặm vuông', zh: '平方英里' },
  { unit: 'ha', sign: 'ha', en: 'hectares?', fr: 'hectares?', vi: 'héc-?ta|hecta', zh: '公顷' },
  { unit: 'acre', en: 'acres?', fr: 'acres?', vi: 'mẫu Anh|mẫu', zh: '英亩' },
  { unit: 'km', sign: 'km', en: 'kilomet(?:er|re)s?', fr: 'kilomètres?', vi: 'ki-?lô-?mét|cây số', zh: '公里|千米' },
  { unit: 'cm', sign: 'cm', en: 'centimet(?:er|re)s?', fr: 'centimètres?', vi: 'xen-?ti-?mét', zh: '厘米|公分' },
  { unit: 'mm', sign: 'mm', en: 'millimet(?:er|re)s?', fr: 'millimètres?', vi: 'mi-?li-?mét', zh: '毫米' },
  { unit: 'm', sign: 'm', en: 'met(?:er|re)s?', fr: 'mètres?', vi: 'mét', zh: '米(?!其|兰|勒)' },
  { unit: 'mi', en: 'miles?', fr: 'milles?|miles?', vi: 'dặm', zh: '英里' },
  { unit: 'ft', sign: 'ft', en: 'feet|foot', fr: 'pieds?', vi: 'feet|foot|bộ(?= )', zh: '英尺' },
  { unit: 'in', en: 'inch(?:es)?', fr: 'pouces?', vi: 'inch', zh: '英寸|英吋' },
  { unit: 'yd', en: 'yards?', fr: 'yards?|verges?', vi: 'yard|thước Anh', zh: '码' },
  {
    unit: 'kg',
    sign: 'kg',
    en: 'kilos?|kilogram(?:me)?s?',
    fr: 'kilos?|kilogrammes?',
    vi: 'ki-?lô-?gam|cân|ký',
    zh: '公斤|千克',
  },
  { unit: 'g', en: 'grams?|g', fr: 'grammes?|g', vi: 'gam|gram', zh: '克(?![里拉罗斯])' },
  { unit: 'lb', en: 'pounds?|lbs?', fr: 'livres?', vi: 'pound|cân Anh', zh: '磅' },
  { unit: 't', en: 'tonn?es?|tons?', fr: 'tonnes?', vi: 'tấn', zh: '吨' },
  { unit: 'l', en: 'lit(?:er|re)s?', fr: 'litres?', vi: 'lít', zh: '公?升' },
  { unit: '°C', sign: '°\\s?C|℃', en: 'degrees? Celsius', fr: 'degrés? Celsius', vi: 'độ C', zh: '摄氏度' },
  { unit: '°F', sign: '°\\s?F|℉', en: 'degrees? Fahrenheit', fr: 'degrés? Fahrenheit', vi: 'độ F', zh: '华氏度' },
  { unit: '°', sign: '°(?!\\s?[CF])', en: 'degrees?', fr: 'degrés?', vi: 'độ', zh: '度(?!假)' },
  { unit: 's', en: 'seconds?', fr: 'secondes?', vi: 'giây', zh: '秒钟?' },
  { unit: 'min', en: 'minutes?|mins?', fr: 'minutes?|min', vi: 'phút', zh: '分钟' },
  { unit: 'h', en: 'hours?|hrs?', fr: 'heures?|h', vi: 'giờ(?: đồng hồ)?|tiếng(?: đồng hồ)?', zh: '个?小时|个?钟头' },
  { unit: 'd', en: 'days?', fr: 'jours?|journées?', vi: 'ngày', zh: '天' },
  { unit: 'wk', en: 'weeks?', fr: 'semaines?', vi: 'tuần', zh: '个?星期|周(?!年|岁|[一二三四五六日])|个?礼拜' },
  { unit: 'mo', en: 'months?', fr: 'mois', vi: 'tháng(?!\\s\\d)', zh: '个月' },
  { unit: 'decade', en: 'decades?', fr: 'décennies?', vi: 'thập (?:kỷ|kỉ|niên)(?!\\s\\d)' },
  {
    unit: 'y',
    en: 'years?(?:[ -]olds?)?|yrs?',
    fr: 'ans?|années?',
    vi: 'năm(?!\\s\\d{4})|tuổi',
    zh: '年(?!代|级)|周?岁|周年',
  },
];

const patternOf = (words: string, locale: StudioLocale): RegExp =>
  new RegExp(`^[\\s-]?(?:${words})${locale === 'zh' ? '' : '(?![\\p{L}\\d²³])'}`, 'iu');

const table = (locale: StudioLocale) =>
  units.flatMap((one) => {
    const signed =
      one.sign === undefined ? [] : [[new RegExp(`^[\\s-]?(?:${one.sign})(?![\\p{L}\\d²³])`, 'u'), one.unit] as const];
    const words = one[locale];
    return [...signed, ...(words === undefined ? [] : [[patternOf(words, locale), one.unit] as const])];
  });
const byLocale = { vi: table('vi'), en: table('en'), fr: table('fr'), zh: table('zh') };

const wordsOf = (locale: StudioLocale): string =>
  units.flatMap((one) => [one.sign ?? [], one[locale] ?? []].flat()).join('|');

/** Patterns of all units of a language, signs and words, as alternatives. */
export const unitWords = { vi: wordsOf('vi'), en: wordsOf('en'), fr: wordsOf('fr'), zh: wordsOf('zh') };

/** The unit that stands behind a number. @param text what stands behind it */
export const unitBehind = (text: string, locale: StudioLocale): { unit: string; length: number } | undefined => {
  for (const [pattern, unit] of byLocale[locale]) {
    const length = pattern.exec(text)?.[0].length;
    if (length !== undefined) return { unit, length };
  }
  return undefined;
};

import type { StudioLocale } from '#languages/locales.ts';

/** Signs and codes of ISO 4217 that stand before or behind a number in every language. `¥` is of two countries. */
const signs: readonly (readonly [pattern: string, code: string])[] = [
  ['US\\$|USD', 'USD'],
  ['A\\$|AUD', 'AUD'],
  ['C\\$|CA\\$|CAD', 'CAD'],
  ['S\\$|SGD', 'SGD'],
  ['HK\\$|HKD', 'HKD'],
  ['\\$', 'USD'],
  ['€|EUR', 'EUR'],
  ['£|GBP', 'GBP'],
  ['₫|VNĐ|VND', 'VND'],
  ['JPY', 'JPY'],
  ['CNY|RMB', 'CNY'],
  ['¥', 'CNY'],
  ['₩|KRW', 'KRW'],
  ['฿|THB', 'THB'],
  ['CHF', 'CHF'],
];

/** Words behind a number. */
const words: Record<StudioLocale, readonly (readonly [pattern: string, code: string])[]> = {
  en: [
    ['Australian dollars?', 'AUD'],
    ['Canadian dollars?', 'CAD'],
    ['Singapore dollars?', 'SGD'],
    ['(?:US |U\\.S\\. )?dollars?', 'USD'],
    ['euros?', 'EUR'],
    ['pounds? sterling|pounds?', 'GBP'],
    ['(?:Vietnamese )?dongs?|đồng', 'VND'],
    ['yen', 'JPY'],
    ['yuan|renminbi', 'CNY'],
    ['won', 'KRW'],
    ['baht', 'THB'],
  ],
  fr: [
    ['dollars? australiens?', 'AUD'],
    ['dollars? canadiens?', 'CAD'],
    ['dollars? de Singapour', 'SGD'],
    ['dollars?(?: américains?| US)?', 'USD'],
    ['euros?', 'EUR'],
    ['livres?(?: sterling)?', 'GBP'],
    ['dongs?|đồng', 'VND'],
    ['yens?', 'JPY'],
    ['yuans?', 'CNY'],
    ['wons?', 'KRW'],
    ['bahts?', 'THB'],
  ],
  vi: [
    ['đô la Úc', 'AUD'],
    ['đô la Canada', 'CAD'],
    ['đô la Singapore', 'SGD'],
    ['(?:đô la|đô-la|đôla|đô|mỹ kim)(?: Mỹ)?', 'USD'],
    ['(?:đồng )?(?:euro|ơ-rô)', 'EUR'],
    ['bảng(?: Anh)?', 'GBP'],
    ['đồng|đ', 'VND'],
    ['yên', 'JPY'],
    ['nhân dân tệ|tệ', 'CNY'],
    ['won', 'KRW'],
    ['baht|bạt', 'THB'],
  ],
  zh: [
    ['澳元|澳大利亚元', 'AUD'],
    ['加元|加拿大元', 'CAD'],
    ['新加坡元|新元', 'SGD'],
    ['港元|港币', 'HKD'],
    ['美元|美金', 'USD'],
    ['欧元', 'EUR'],
    ['英镑|镑', 'GBP'],
    ['越南盾|越盾|越南元', 'VND'],
    ['日元', 'JPY'],
    ['人民币|元人民币|元', 'CNY'],
    ['韩元', 'KRW'],
    ['泰铢', 'THB'],
    ['瑞士法郎', 'CHF'],
  ],
};

const edge = (pattern: string): string => (/^\p{L}/u.test(pattern) ? `(?:${pattern})(?!\\p{L})` : `(?:${pattern})`);

const behind = (locale: StudioLocale) => [
  ...words[locale].map(
    ([pattern, code]) =>
      [
        new RegExp(`^[\\s-]?(?:d['’])?(?:de )?(?:${pattern})${locale === 'zh' ? '' : '(?!\\p{L})'}`, 'iu'),
        code,
      ] as const,
  ),
  ...signs.map(([pattern, code]) => [new RegExp(`^\\s?${edge(pattern)}`, 'u'), code] as const),
];
const before = signs.map(([pattern, code]) => [new RegExp(`(?<!\\p{L})(?:${pattern})\\s?$`, 'u'), code] as const);
const byLocale = { vi: behind('vi'), en: behind('en'), fr: behind('fr'), zh: behind('zh') };

export interface CurrencyAt {
  readonly code: string;
  /** UTF-16 units that its sign or word takes, with the space between it and the number. */
  readonly length: number;
}

const first = (list: readonly (readonly [RegExp, string])[], text: string): CurrencyAt | undefined => {
  for (const [pattern, code] of list) {
    const length = pattern.exec(text)?.[0].length;
    if (length !== undefined) return { code, length };
  }
  return undefined;
};

/** The currency whose sign stands before a number. @param text what stands before it */
export const currencyBefore = (text: string): CurrencyAt | undefined => first(before, text);

/** The currency whose sign or word stands behind a number. @param text what stands behind it */
export const currencyBehind = (text: string, locale: StudioLocale): CurrencyAt | undefined =>
  first(byLocale[locale], text);

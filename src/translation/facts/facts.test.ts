import { describe, expect, test } from 'vitest';
import { type StudioLocale, studioLocales } from '#languages/locales.ts';
import { factsOf } from './facts.ts';

const values = (text: string, locale: StudioLocale): string[] => factsOf(text, locale).map(({ value }) => value);

/** The same said in four languages, and the values that all of them have. */
const alike: readonly (readonly [values: readonly string[], said: Partial<Record<StudioLocale, readonly string[]>>])[] =
  [
    [
      ['1234.5 m'],
      { en: ['1,234.5 m'], vi: ['1.234,5 m'], fr: ['1 234,5 m', '1\u202f234,5 m'], zh: ['1,234.5米', '1234.5 米'] },
    ],
    [['2400000'], { en: ['2.4 million'], vi: ['2,4 triệu'], fr: ['2,4 millions'], zh: ['240万'] }],
    [
      ['142000000'],
      { en: ['142 million fans'], vi: ['142 triệu người'], fr: ['142 millions de fans'], zh: ['1.42亿粉丝'] },
    ],
    [
      ['25000000000000 VND'],
      {
        en: ['VND 25 trillion', '25,000 billion dong'],
        vi: ['25.000 tỷ đồng', '25 nghìn tỷ đồng'],
        fr: ['25 000 milliards de dongs'],
        zh: ['25万亿越南盾', '25万亿越盾'],
      },
    ],
    [
      ['250 USD'],
      {
        en: ['$250', 'US$250', '250 dollars'],
        vi: ['250 USD', '250 đô la Mỹ'],
        fr: ['250 dollars', '250 $'],
        zh: ['250美元'],
      },
    ],
    [['50 EUR'], { en: ['€50'], vi: ['50 euro'], fr: ['50 €', '50 euros'], zh: ['50欧元'] }],
    [
      ['500000 VND'],
      {
        en: ['500,000 VND', '500,000 dong'],
        vi: ['500.000đ', '500.000 đồng', '500 nghìn đồng'],
        fr: ['500 000 dôngs'.replace('ô', 'o')],
        zh: ['50万越盾'],
      },
    ],
    [
      ['16%'],
      {
        en: ['16%', '16 percent', '16 per cent'],
        vi: ['16%', '16 phần trăm'],
        fr: ['16 %', '16\u202f%', '16 pour cent'],
        zh: ['16%', '百分之十六', '16％'],
      },
    ],
    [
      ['2026-05-03'],
      {
        en: ['May 3, 2026', '3 May 2026', 'May 3rd, 2026', '2026-05-03', '3/5/2026'],
        vi: [
          'ngày 3 tháng 5 năm 2026',
          'ngày 03/5/2026',
          '3/5/2026',
          '3-5-2026',
          'mùng 3 tháng 5 năm 2026',
          '03.05.2026',
        ],
        fr: ['3 mai 2026', '3/5/2026', '03/05/2026'],
        zh: ['2026年5月3日', '2026 年 5 月 3 日', '二〇二六年五月三日', '2026-05-03'],
      },
    ],
    [['2026-05'], { en: ['May 2026'], vi: ['tháng 5 năm 2026', 'tháng 5/2026'], fr: ['mai 2026'], zh: ['2026年5月'] }],
    [
      ['--05-03'],
      {
        en: ['May 3', '3 May', '3rd of May'],
        vi: ['ngày 3 tháng 5', 'ngày 3/5', 'sáng 3-5'],
        fr: ['3 mai'],
        zh: ['5月3日', '五月三日'],
      },
    ],
    [['--05-01'], { en: ['May 1st'], vi: ['mùng 1 tháng 5'], fr: ['1er mai'], zh: ['5月1日'] }],
    [
      ['--06-12', '--06-14'],
      {
        en: ['June 12–14', '12 to 14 June'],
        vi: ['từ ngày 12 đến ngày 14 tháng 6', '12-14 tháng 6'],
        fr: ['du 12 au 14 juin'],
        zh: ['6月12日至14日', '6月12-14日'],
      },
    ],
    [['--11'], { en: ['in November'], vi: ['vào tháng 11', 'tháng mười một'], fr: ['en novembre'], zh: ['11月'] }],
    [['2016'], { en: ['in 2016'], vi: ['năm 2016'], fr: ['en 2016'], zh: ['2016年', '在 2016 年'] }],
    [
      ['193X'],
      {
        en: ['the 1930s'],
        vi: ['thập niên 1930', 'những năm 1930'],
        fr: ['les années 1930'],
        zh: ['1930年代', '20世纪30年代', '二十世纪三十年代'],
      },
    ],
    [
      ['w7'],
      { en: ['on Sunday'], vi: ['hôm Chủ nhật', 'vào Chủ Nhật'], fr: ['dimanche'], zh: ['周日', '星期天', '星期日'] },
    ],
    [['w2'], { en: ['on Tuesday'], vi: ['hôm thứ Ba', 'Thứ Ba'], fr: ['mardi'], zh: ['周二', '星期二'] }],
    [
      ['19:30'],
      {
        en: ['7:30 p.m.', '7.30pm', '19:30'],
        vi: ['19 giờ 30', '19h30', '7 giờ 30 tối', '19:30'],
        fr: ['19 h 30', '19h30', '19:30'],
        zh: ['19:30', '晚上7点30分', '19时30分', '晚上七点半'],
      },
    ],
    [['07:00'], { en: ['7 a.m.'], vi: ['7 giờ sáng'], fr: ['7 heures du matin'], zh: ['早上7点'] }],
    [
      ['15'],
      { en: ['fifteen', '15', '15th'], vi: ['mười lăm', '15'], fr: ['quinze', '15', '15e'], zh: ['十五', '15'] },
    ],
    [['35000'], { en: ['35,000'], vi: ['35.000', '35 nghìn'], fr: ['35 000'], zh: ['三万五', '三万五千'] }],
    [['2500'], { fr: ['2 500'], zh: ['两千五', '两千五百'] }],
    [['30005'], { fr: ['30 005'], zh: ['三万零五'] }],
    [['120000000'], { en: ['120 million'], zh: ['一亿二', '一亿两千万'] }],
    [['97'], { en: ['ninety-seven'], vi: ['chín mươi bảy'], fr: ['quatre-vingt-dix-sept'], zh: ['九十七'] }],
    [
      ['71'],
      { en: ['seventy-one'], vi: ['bảy mươi mốt'], fr: ['soixante et onze', 'soixante-et-onze'], zh: ['七十一'] },
    ],
    [
      ['105'],
      {
        en: ['one hundred and five'],
        vi: ['một trăm linh năm', 'một trăm lẻ năm'],
        fr: ['cent cinq'],
        zh: ['一百零五'],
      },
    ],
    [
      ['1500000'],
      {
        en: ['one million five hundred thousand'],
        vi: ['một triệu năm trăm nghìn', 'một triệu rưỡi'],
        fr: ['un million cinq cent mille'],
        zh: ['一百五十万'],
      },
    ],
    [['5200000'], { en: ['5,200,000'], vi: ['5 triệu 200 nghìn'], fr: ['5,2 millions'], zh: ['520万'] }],
    [
      ['19'],
      {
        en: ['the 19th century'],
        vi: ['thế kỷ 19', 'thế kỷ XIX'],
        fr: ['le XIXe siècle', 'le XIXᵉ siècle'.normalize('NFKC')],
        zh: ['十九世纪', '19世纪'],
      },
    ],
    [
      ['10 km'],
      { en: ['10 km', '10-kilometre'], vi: ['10 km', '10 ki-lô-mét'], fr: ['10 kilomètres'], zh: ['10公里', '十公里'] },
    ],
    [['30 y'], { en: ['30 years', '30-year-old'], vi: ['30 năm', '30 tuổi'], fr: ['30 ans'], zh: ['30年', '30岁'] }],
    [['48 h'], { en: ['48 hours'], vi: ['48 giờ', '48 tiếng'], fr: ['48 heures'], zh: ['48小时', '48 个小时'] }],
    [
      ['+842838297834'],
      Object.fromEntries(
        studioLocales.map((locale) => [
          locale,
          ['+84 28 3829 7834', '(028) 3829 7834', '028.3829.7834', '+84 (0)28 38 29 78 34'],
        ]),
      ),
    ],
    [
      ['1369/QĐ-UBND'],
      { vi: ['số 1369/QĐ-UBND.'], en: ['no. 1369/QĐ-UBND'], fr: ['nº 1369/QĐ-UBND'], zh: ['第1369/QĐ-UBND号'] },
    ],
    [
      ['45/2024/NĐ-CP'],
      {
        vi: ['Nghị định 45/2024/NĐ-CP'],
        en: ['Decree 45/2024/NĐ-CP'],
        fr: ['décret 45/2024/NĐ-CP'],
        zh: ['第45/2024/NĐ-CP号议定'],
      },
    ],
    [
      ['31/2024/QH15'],
      { vi: ['Luật số 31/2024/QH15'], en: ['Law 31/2024/QH15'], fr: ['loi 31/2024/QH15'], zh: ['第31/2024/QH15号法'] },
    ],
    [
      ['hochiminhcity.gov.vn/en', 'a.b@tphcm.gov.vn'],
      Object.fromEntries(
        studioLocales.map((locale) => [locale, ['https://www.hochiminhcity.gov.vn/en/, a.b@TPHCM.gov.vn.']]),
      ),
    ],
  ];

const cases = alike.flatMap(([expected, said]) =>
  Object.entries(said).flatMap(([locale, texts]) =>
    texts.map((text) => [text, locale as StudioLocale, expected] as const),
  ),
);

test.each(cases)('“%s” (%s) says %j', (text, locale, expected) => {
  expect(values(text, locale)).toEqual(expected);
});

describe('what is no fact, or not for sure', () => {
  test.each([
    ['một', 'vi'],
    ['one of them', 'en'],
    ['une ville', 'fr'],
    ['一些人', 'zh'],
    ['two', 'en'],
    ['neuf', 'fr'],
  ] as const)('%s (%s) is not certain', (text, locale) => {
    expect(factsOf(text, locale).filter(({ certain }) => certain)).toEqual([]);
  });

  test.each([
    ['hai mươi năm', 'vi', ['20 y']],
    ['hàng trăm người', 'vi', []],
    ['thousands of people', 'en', []],
    ['des milliers de personnes', 'fr', []],
    ['数千人', 'zh', []],
    ['won 2-0', 'en', ['2', '0']],
    ['trong năm 2016', 'vi', ['2016']],
    ['I may come', 'en', []],
    ['đầu tư', 'vi', []],
    ['về vị trí thứ tư', 'vi', ['4']],
    ['vào sáng thứ tư', 'vi', ['w3']],
    ['造成36万人', 'zh', ['360000']],
  ] as const)('%s (%s) says %j', (text, locale, expected) => {
    expect(values(text, locale)).toEqual(expected);
  });
});

test('what may mean two numbers tells both', () => {
  expect(factsOf('25,000 người', 'vi')[0]).toMatchObject({ value: '25', also: ['25000'] });
  expect(factsOf('25,000 people', 'en')[0]).toMatchObject({ value: '25000', also: ['25'] });
  expect(factsOf('on 3/5/2026', 'en')[0]).toMatchObject({ value: '2026-05-03', also: ['2026-03-05'] });
});

test('a fact stands where it says', () => {
  const text = 'Vào ngày 3 tháng 5, giá là 500.000 đồng.';
  expect(factsOf(text, 'vi').map(({ start, end }) => text.slice(start, end))).toEqual(['3 tháng 5', '500.000 đồng']);
});

import { describe, expect, test } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';
import { compareFacts } from './compare.ts';
import { factsOf } from './facts.ts';
import { bareUnits } from './measures/bare-units.ts';

type Said = readonly [text: string, locale: StudioLocale];

const differenceOf = ([source, from]: Said, [target, to]: Said) => {
  const [one, another] = [factsOf(source, from), factsOf(target, to)];
  const bare = { source: bareUnits(source, one, from), target: bareUnits(target, another, to) };
  const { other, lost, added } = compareFacts(one, another, bare);
  const values = (facts: readonly { readonly value: string }[]) => facts.map(({ value }) => value);
  return {
    other: other.map((pair) => [pair.source.value, pair.target.value]),
    lost: values(lost),
    added: values(added),
  };
};

const none = { other: [], lost: [], added: [] };

describe('facts that agree', () => {
  test.each<readonly [Said, Said]>([
    [
      ['10 miles away', 'en'],
      ['à 16 km', 'fr'],
    ],
    [
      ['80 degrees outside', 'en'],
      ['26 degrés dehors', 'fr'],
    ],
    [
      ['1 to 4 inches of rain', 'en'],
      ['entre 2,5 et 10 cm de pluie', 'fr'],
    ],
    [
      ['6-foot-6', 'en'],
      ['1,98 m', 'vi'],
    ],
    [
      ['the 1950-53 war', 'en'],
      ['la guerre (1950-1953)', 'fr'],
    ],
    [
      ['eight inmates', 'en'],
      ['8名囚犯', 'zh'],
    ],
    [
      ['a couple of decades', 'en'],
      ['les 2 prochaines décennies', 'fr'],
    ],
    [
      ['a man of 40', 'en'],
      ['une quarantaine d’années', 'fr'],
    ],
    [
      ['two decades', 'en'],
      ['20年', 'zh'],
    ],
    [
      ['on May 3', 'en'],
      ['ngày 3 tháng 5 năm 2026', 'vi'],
    ],
    [
      ['in the 1930s', 'en'],
      ['dans les années 30', 'fr'],
    ],
    [
      ['on 3/5/2026', 'en'],
      ['5 mars 2026', 'fr'],
    ],
    [
      ['25,000 people', 'en'],
      ['25,000 người', 'vi'],
    ],
    [
      ['between 2 and 3 million', 'en'],
      ['200万到300万', 'zh'],
    ],
    [
      ['5 to 10%', 'en'],
      ['5 % à 10 %', 'fr'],
    ],
    [
      ['League One', 'en'],
      ['League One', 'vi'],
    ],
    [
      ['first of all', 'en'],
      ['trước hết', 'vi'],
    ],
    [
      ['in 2016 and 2016', 'en'],
      ['năm 2016', 'vi'],
    ],
    [
      ['300 km (190 miles) north', 'en'],
      ['300 km về phía bắc', 'vi'],
    ],
    [
      ['some miles from here, 30 metres (100 feet) deep', 'en'],
      ['à des kilomètres d’ici, à 30 mètres de profondeur', 'fr'],
    ],
    [
      ['a 2-2 draw', 'en'],
      ['比分2：2', 'zh'],
    ],
    [
      ['5, 5 and 6', 'en'],
      ['5 và 6', 'vi'],
    ],
    [
      ['85 dặm trên giờ', 'vi'],
      ['每小时 85 英里', 'zh'],
    ],
    [
      ['from 12 pm', 'en'],
      ['à partir de midi', 'fr'],
    ],
    [
      ['until 12 am', 'en'],
      ['营业至午夜', 'zh'],
    ],
    [
      ['70% of the households', 'en'],
      ['近七成家庭', 'zh'],
    ],
    [
      ['mùa giải 2025–2026', 'vi'],
      ['the 2025/26 season', 'en'],
    ],
    [
      ['35 năm', 'vi'],
      ['ba lăm năm', 'vi'],
    ],
    [
      ['triệu rưỡi đồng', 'vi'],
      ['1.5 million dong', 'en'],
    ],
    [
      ['ngày 24 tháng Chạp', 'vi'],
      ['腊月廿四', 'zh'],
    ],
    [
      ['35,000 visitors', 'en'],
      ['3万5游客', 'zh'],
    ],
    [
      ['−5 °C at night', 'en'],
      ['夜间零下5摄氏度', 'zh'],
    ],
    [
      ['fell to -5', 'en'],
      ['xuống âm 5 độ C', 'vi'],
    ],
    [
      ['20-25 °C', 'en'],
      ['20 đến 25 °C', 'vi'],
    ],
    [
      ['the third quarter of 2026', 'en'],
      ['quý III/2026', 'vi'],
    ],
    [
      ['第三季度', 'zh'],
      ['au troisième trimestre', 'fr'],
    ],
  ])('%j and %j', (source, target) => {
    expect(differenceOf(source, target)).toEqual(none);
    expect(differenceOf(target, source)).toEqual(none);
  });
});

describe('facts that do not', () => {
  test.each<readonly [Said, Said, object]>([
    [['10 miles away', 'en'], ['à 10 km', 'fr'], { ...none, other: [['10 mi', '10 km']] }],
    [['$250', 'en'], ['250 euros', 'fr'], { ...none, other: [['250 USD', '250 EUR']] }],
    [['16%', 'en'], ['$16', 'en'], { ...none, other: [['16%', '16 USD']] }],
    [['on Sunday', 'en'], ['samedi', 'fr'], { ...none, other: [['w7', 'w6']] }],
    [['3 May 2026', 'en'], ['3 mai 2025', 'fr'], { ...none, other: [['2026-05-03', '2025-05-03']] }],
    [['7.30 pm', 'en'], ['lúc 7 giờ 30 sáng', 'vi'], { ...none, other: [['19:30', '07:30']] }],
    [['fifteen', 'en'], ['十六', 'zh'], { ...none, other: [['15', '16']] }],
    [['168 quartiers et 3 îles', 'fr'], ['168个坊', 'zh'], { ...none, lost: ['3'] }],
    [['300 km (190 miles) north', 'en'], ['公里（190英里）处', 'zh'], { ...none, lost: ['300 km'] }],
    [['30 metres (100 feet) deep', 'en'], ['sâu 30 mét (feet)', 'vi'], { ...none, lost: ['100 ft'] }],
    [['sâu 30 mét (feet)', 'vi'], ['30 metres (100 feet) deep', 'en'], { ...none, added: ['100 ft'] }],
    [['a 2-2 draw', 'en'], ['hòa -2', 'vi'], { ...none, lost: ['2'] }],
    [['won 5-0-0', 'en'], ['5-0取胜', 'zh'], { ...none, lost: ['0'] }],
    [['-5 °C', 'en'], ['5 °C', 'vi'], { ...none, other: [['-5 °C', '5 °C']] }],
    [['5 degrees below zero', 'en'], ['5 độ', 'vi'], { ...none, other: [['-5 °', '5 °']] }],
    [['quý III', 'vi'], ['第二季度', 'zh'], { ...none, other: [['Q3', 'Q2']] }],
    [['168 wards', 'en'], ['168 phường, 12 xã', 'vi'], { ...none, added: ['12'] }],
  ])('%j and %j', (source, target, difference) => {
    expect(differenceOf(source, target)).toEqual(difference);
  });
});

test('a fact has one partner, the one that stands where it does', () => {
  expect(differenceOf(['from 5 to 7', 'en'], ['de 7 à 5', 'fr'])).toEqual(none);
  expect(differenceOf(['5, 5 and 6', 'en'], ['5, 6 và 7', 'vi'])).toEqual({ ...none, other: [['5', '7']] });
});

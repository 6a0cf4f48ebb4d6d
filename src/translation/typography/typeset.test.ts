import { describe, expect, test } from 'vitest';
import type { StudioLocale } from '#languages/locales.ts';
import { type Content, plainText } from '../content.ts';
import { typeset } from './typeset.ts';

const set = (text: string, locale: StudioLocale): string => plainText(typeset([{ text }], locale).content);
/** Shown with the two no-break spaces of French as `_` (narrow) and `~`. */
const shown = (text: string): string => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');
const code = (id: string, kind: 'code' | 'bold' | 'link', text: string): Content => [
  { code: 'open', id, kind },
  { text },
  { code: 'close', id },
];

describe('French', () => {
  test.each([
    ['Où est le marché ?', 'Où est le marché_?'],
    ['Entrez; regardez!', 'Entrez_; regardez_!'],
    ['Vraiment\u00a0?!', 'Vraiment_?!'],
    ['Horaires: 10:30 à 12:00', 'Horaires~: 10:30 à 12:00'],
    ['Horaires\u202f: lundi', 'Horaires~: lundi'],
    ['un rapport de 1 : 4', 'un rapport de 1 : 4'],
    ['Il dit "Bonjour" et part', 'Il dit «_Bonjour_» et part'],
    ['Il dit " Bonjour ! "', 'Il dit «_Bonjour_!_»'],
    ['Elle écrit: "Un mot de "Minh"."', 'Elle écrit~: «_Un mot de “Minh”._»'],
    ['«Bonjour»', '«_Bonjour_»'],
    ['« Bonjour »', '«_Bonjour_»'],
    ["l'eau d'aujourd'hui", 'l’eau d’aujourd’hui'],
    ['l\'"Aurore"', 'l’«_Aurore_»'],
    ['à suivre...', 'à suivre…'],
    ['Voir https://benthanh.example/fr?a=1;b=2 !', 'Voir https://benthanh.example/fr?a=1;b=2_!'],
    ['Écrire à contact@benthanh.example: merci', 'Écrire à contact@benthanh.example~: merci'],
    ['la décision 1369/QĐ-UBND; voilà', 'la décision 1369/QĐ-UBND_; voilà'],
    ['Super :) ou ;-)', 'Super :) ou ;-)'],
    ['Bonjour {{name}}!', 'Bonjour {{name}}_!'],
    ['caf&eacute;s', 'caf&eacute;s'],
    ['un disque de 5" seul', 'un disque de 5" seul'],
  ])('%s', (typed, expected) => {
    expect(shown(set(typed, 'fr'))).toBe(expected);
  });
});

describe('Chinese', () => {
  test.each([
    ['你好,世界!', '你好，世界！'],
    ['他说:"早上好."', '他说：“早上好。”'],
    ['他说:"叫我\'阿明\'吧"', '他说：“叫我‘阿明’吧”'],
    ['人民 委员会 ， 今天', '人民委员会，今天'],
    ['等等...', '等等……'],
    ['等等…', '等等……'],
    ['胡志明市--南方', '胡志明市——南方'],
    ['胡志明市 — 南方', '胡志明市——南方'],
    ['时间:10:30,比例1:2', '时间：10:30，比例1:2'],
    ['共1,000人(含儿童)', '共1,000人（含儿童）'],
    ['见1369/QĐ-UBND号决定,谢谢', '见1369/QĐ-UBND号决定，谢谢'],
    ['请看https://benthanh.example/zh?a=1,b.', '请看https://benthanh.example/zh?a=1,b.'],
    ['用 iPhone 拍照,好', '用 iPhone 拍照，好'],
    ['第1.2节', '第1.2节'],
    ['Nguyen Van A (2020) said', 'Nguyen Van A (2020) said'],
    ['好;好?好', '好；好？好'],
  ])('%s', (typed, expected) => {
    expect(set(typed, 'zh')).toBe(expected);
  });
});

describe('English and Vietnamese', () => {
  test.each<[StudioLocale, string, string]>([
    ['en', '"It\'s the visitors\' book," she said...', '“It’s the visitors’ book,” she said…'],
    ['en', '"He said \'yes\' to us"', '“He said ‘yes’ to us”'],
    ['en', "rock 'n' roll in the '90s and the 1990's", 'rock ’n’ roll in the ’90s and the 1990’s'],
    ['en', '10°46\'30"N and a 5" disk', '10°46\'30"N and a 5" disk'],
    ['vi', 'Ông nói: "Chào bạn!"...', 'Ông nói: “Chào bạn!”…'],
    ['vi', "ông O'Brien", 'ông O’Brien'],
  ])('%s: %s', (locale, typed, expected) => {
    expect(set(typed, locale)).toBe(expected);
  });
});

test('a quotation may begin before a code and end after one', () => {
  const content: Content = [{ text: 'Il dit "' }, ...code('1', 'bold', 'oui '), { text: '"; et' }];
  expect(typeset(content, 'fr')).toEqual({
    content: [{ text: 'Il dit «\u202f' }, ...code('1', 'bold', 'oui\u202f'), { text: '»\u202f; et' }],
    changes: [
      { start: 7, end: 8, before: '"', after: '«\u202f', rule: 'space-in-quotes' },
      { start: 11, end: 14, before: ' ";', after: '\u202f»\u202f;', rule: 'space-in-quotes' },
    ],
  });
});

test('code is left as it was typed, and what stands around it is not', () => {
  const content: Content = [{ text: 'Tapez "' }, ...code('1', 'code', 'a "b"; c...'), { text: '"!' }];
  expect(typeset(content, 'fr').content).toEqual([
    { text: 'Tapez «\u202f' },
    ...code('1', 'code', 'a "b"; c...'),
    { text: '\u202f»\u202f!' },
  ]);
});

test('a space between an object and Chinese is nobody’s slip', () => {
  const content: Content = [{ text: '图 ' }, { code: 'single', id: '1', kind: 'object' }, { text: ' 见下,好' }];
  const { content: done, changes } = typeset(content, 'zh');
  expect(done).toEqual([{ text: '图 ' }, { code: 'single', id: '1', kind: 'object' }, { text: ' 见下，好' }]);
  expect(changes).toEqual([{ start: 5, end: 6, before: ',', after: '，', rule: 'full-width' }]);
});

test('what is well set comes back as it is, the very same', () => {
  const content: Content = [{ text: 'Rien à dire\u202f!' }];
  expect(typeset(content, 'fr')).toEqual({ content, changes: [] });
  expect(typeset(content, 'fr').content).toBe(content);
});

// Looked at from each of its places anew, such a run would take longer than a test may
test.each(['-', '1', 'a', '.', 'a-', '1/', '的'])('goes through a long run of %s', (letters) => {
  for (const locale of ['vi', 'en', 'fr', 'zh'] as const) {
    const content = [{ text: letters.repeat(40_000) }];
    expect(typeset(content, locale).content).toHaveLength(1);
  }
});

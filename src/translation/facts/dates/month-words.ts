import type { StudioLocale } from '#languages/locales.ts';

const english = 'january february march april may june july august september october november december'.split(' ');
const englishShort = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const french = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const frenchShort = 'janv févr mars avr mai juin juil août sept oct nov déc'.split(' ');
const vietnamese = [
  ['giêng', 'một'],
  ['hai'],
  ['ba'],
  ['tư', 'bốn'],
  ['năm'],
  ['sáu'],
  ['bảy', 'bẩy'],
  ['tám'],
  ['chín'],
  ['mười'],
  ['mười một'],
  ['mười hai', 'chạp'],
];

const numbered = (lists: readonly (readonly string[])[]): [string, number][] =>
  lists.flatMap((list) => list.map((word, at): [string, number] => [word, at + 1]));

/** Names of months and their usual short forms, in lower case and without a point. */
export const monthWords: Record<Exclude<StudioLocale, 'zh'>, ReadonlyMap<string, number>> = {
  en: new Map([...numbered([english, englishShort]), ['sept', 9]]),
  fr: new Map([
    ...numbered([french, frenchShort]),
    ['juill', 7],
    ['fév', 2],
    ['aout', 8],
    ['fevrier', 2],
    ['decembre', 12],
  ]),
  vi: new Map(vietnamese.flatMap((words, at) => words.map((word): [string, number] => [word, at + 1]))),
};

/** The names as a pattern, the longer first. */
export const monthPattern = (locale: Exclude<StudioLocale, 'zh'>): string =>
  [...monthWords[locale].keys()].sort((a, b) => b.length - a.length).join('|');

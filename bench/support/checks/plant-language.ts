import type { StudioLocale } from '#languages/locales.ts';
import type { CheckCode } from '#translation/checks/check-codes.ts';
import type { TextPair } from './parallel-texts.ts';
import { instead, type Plant } from './plant.ts';
import { pick } from './random.ts';

type Change = (target: string, random: () => number, pair: TextPair) => string | undefined;

const plant = (
  name: string,
  checks: readonly CheckCode[],
  languages: readonly StudioLocale[],
  change: Change,
): Plant => ({
  name,
  isFact: false,
  checks,
  into: (pair, random) => {
    if (!languages.includes(pair.targetLocale)) return undefined;
    const changed = change(pair.target, random, pair);
    return changed === undefined || changed === pair.target ? undefined : instead(pair, changed);
  },
});

const all: readonly StudioLocale[] = ['vi', 'en', 'fr', 'zh'];

/** Puts something in the place of one of the places that a pattern finds. */
const atOne =
  (pattern: RegExp, by: (found: string) => string): Change =>
  (text, random) => {
    const found = pick(random, [...text.matchAll(pattern)]);
    return found && text.slice(0, found.index) + by(found[0]) + text.slice(found.index + found[0].length);
  };

/** Mistakes in the language and its marks. */
export const languagePlants: readonly Plant[] = [
  plant(
    'a paragraph left in the language of the source',
    ['wrong-language', 'unchanged'],
    all,
    (_, __, pair) => pair.source,
  ),
  plant('nothing', ['empty'], all, () => ''),
  plant(
    'a word doubled',
    ['doubled-words'],
    ['en', 'fr'],
    atOne(/(?<=\s)\p{Ll}{2,}(?=\s)/gu, (word) => `${word} ${word}`),
  ),
  plant(
    'a small word doubled',
    ['doubled-words'],
    ['vi'],
    atOne(/(?<=\s)(?:của|và|là|được|những|trong|các)(?=\s)/gu, (word) => `${word} ${word}`),
  ),
  plant(
    '的 or a word of three characters doubled',
    ['doubled-words'],
    ['zh'],
    atOne(/(?<!目)的(?!的|确)/gu, (word) => word + word),
  ),
  plant(
    'a space too few',
    ['french-spacing'],
    ['fr'],
    atOne(/[\u00a0\u202f][;!?:»]/gu, (mark) => mark.slice(1)),
  ),
  plant(
    'a mark of half width',
    ['chinese-punctuation'],
    ['zh'],
    atOne(/(?<=\p{Script=Han})[，：；！？](?=\p{Script=Han})/gu, (mark) =>
      String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
    ),
  ),
  plant(
    'a space between characters',
    ['chinese-spaces'],
    ['zh'],
    atOne(/\p{Script=Han}(?=\p{Script=Han})/gu, (sign) => `${sign} `),
  ),
  plant(
    'a quotation that does not close',
    ['french-quotes', 'chinese-quotes'],
    ['fr', 'zh'],
    atOne(/(?<=[«“][^«»“”]{1,60})[»”](?=[^«»“”]*\S[^«»“”]{3})/gu, () => ''),
  ),
  plant(
    'quotation marks of French',
    ['vietnamese-quotes', 'english-quotes', 'chinese-quotes'],
    ['vi', 'en', 'zh'],
    (text) => text.replace(/["“]([^"“”]+)["”]/, '«$1»'),
  ),
  plant(
    'a look-alike of another alphabet',
    ['foreign-letters'],
    ['vi', 'en', 'fr'],
    atOne(/(?<=\p{Ll})[aeo](?=\p{Ll})/gu, (letter) => ({ a: 'а', e: 'е', o: 'о' })[letter] ?? letter),
  ),
  plant(
    'ð for đ',
    ['foreign-letters'],
    ['vi'],
    atOne(/đ/gu, () => 'ð'),
  ),
  plant('letters in pieces', ['vietnamese-composition'], ['vi'], (text) => text.normalize('NFD')),
  plant(
    'a tone on the wrong vowel',
    ['vietnamese-tones'],
    ['vi'],
    atOne(/oà(?=[nit])|oá(?=[nit])|uý/gu, (pair) => ({ oà: 'òa', oá: 'óa', uý: 'úy' })[pair] ?? pair),
  ),
];

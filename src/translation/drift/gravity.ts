import type { StudioLocale } from '#languages/locales.ts';
import { withMarks } from '#languages/search-words.ts';
import type { Content } from '../content.ts';
import { factsOf } from '../facts/facts.ts';
import { fingerprintOf, wordsOf } from './fingerprint.ts';
import { changesName } from './names.ts';
import { splitWords } from './split-words.ts';

export const gravities = ['none', 'style', 'meaning', 'fact'] as const;
/**
 * How grave a change of a source is for those who translated it: none (the same words), style (punctuation, capitals, typography, an article),
 * meaning, or a fact (a number, a date, an amount, a name, a place).
 */
export type Gravity = (typeof gravities)[number];

export function gravityOf(before: Content, after: Content, locale: StudioLocale): Gravity {
  if (fingerprintOf(before) === fingerprintOf(after)) return 'none';
  const [one, other] = [read(before, locale), read(after, locale)];
  if (one.facts !== other.facts) return 'fact';
  if (one.telling === other.telling) return 'style';
  return changesName(wordsOf(before), wordsOf(after), locale) ? 'fact' : 'meaning';
}

/** What a text says: its facts, and its other words with the facts among them as their values, however they are written. */
function read(content: Content, locale: StudioLocale): { facts: string; telling: string } {
  const text = wordsOf(content);
  const facts = factsOf(text, locale);
  const all = facts.map(({ kind, value }) => `${kind} ${value}`).sort();
  const pieces: string[] = [];
  let end = 0;
  for (const fact of facts) {
    if (fact.start < end) continue;
    pieces.push(telling(text.slice(end, fact.start), locale), fact.value);
    end = fact.end;
  }
  return { facts: all.join('\n'), telling: [...pieces, telling(text.slice(end), locale)].filter(Boolean).join(' ') };
}

/** Words that can come and go without saying something else. What denies, counts, binds or says when is not among them. */
const light: Record<StudioLocale, ReadonlySet<string>> = {
  vi: new Set(['thì', 'mà', 'là', 'các', 'những', 'cái', 'cũng', 'rằng', 'của', 'đó', 'này', 'ạ', 'nhé']),
  en: new Set(['a', 'an', 'the', 'that', 'which', 'also', 'then', 'just', 'quite', 'of']),
  fr: new Set(['le', 'la', 'les', 'l', 'un', 'une', 'des', 'du', 'de', 'd', 'que', 'qu', 'aussi', 'donc', 'alors']),
  zh: new Set(['的', '了', '着', '地', '得', '也', '就', '都', '之', '将', '把']),
};

/** The words that carry what a text says, in order, without capitals, punctuation, and the places of Vietnamese tones. */
function telling(text: string, locale: StudioLocale): string {
  const words = splitWords(withMarks(text).replace(/['’]/gu, ' '), locale)
    .filter(({ isWord, text: word }) => isWord && !light[locale].has(word))
    .map((token) => token.text);
  return words.join(locale === 'zh' ? '' : ' ');
}
